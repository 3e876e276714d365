import { valueAt } from '@permit/domain/catalogue/condition.ts';
import type { FieldRule } from '@permit/domain/catalogue/service-definition.ts';
import { DateField } from '@permit/ui/date-field.tsx';
import { Radios, Select } from '@permit/ui/select.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import type { InputHTMLAttributes, ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { useDateWords } from '../app/use-date-words.ts';
import { useTexts } from '../app/use-texts.ts';
import type { Draft } from './draft.ts';
import { choiceOptions, nationalityOptions, provinceOptions } from './field-options.ts';
import { useItemName } from './use-item-name.ts';

export interface FieldInputProps {
  readonly path: string;
  readonly rule: FieldRule;
  readonly draft: Draft;
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
  readonly onValue: (value: unknown) => void;
}

/** Ids of HTML hold no dots, so that an error summary can link to them. */
export const fieldId = (path: string): string => `f-${path.replaceAll('.', '-')}`;

/** The input that a field's kind asks for. */
export function FieldInput(props: FieldInputProps): ReactElement {
  const { path, rule, draft, error, warning } = props;
  const f = useTexts(frameTexts);
  const itemName = useItemName();
  const label = itemName(path);
  const optional = rule.strength === 'optional' ? ` (${f('optional')})` : '';
  const words = { id: fieldId(path), label: label + optional, error, warning };
  const value = valueAt(draft, path);
  return <InputOfKind {...props} words={words} value={value} />;
}

interface KindProps extends FieldInputProps {
  readonly words: { id: string; label: string; error?: string | undefined; warning?: string | undefined };
  readonly value: unknown;
}

function InputOfKind(props: KindProps): ReactElement {
  const { rule, words, onValue } = props;
  const { language } = useApp();
  const f = useTexts(frameTexts);
  const text = typeof props.value === 'string' ? props.value : '';
  const list = { ...words, value: text, onValue, nothing: f('choose') };
  switch (rule.kind) {
    case 'choice':
      return rule.choices && rule.choices.length > 6 ? (
        <Select {...list} options={choiceOptions(rule.choices, language)} />
      ) : (
        <Radios {...list} options={choiceOptions(rule.choices ?? [], language)} />
      );
    case 'nationality':
      return <Select {...list} options={nationalityOptions(language)} />;
    case 'place-code':
      return <Select {...list} options={provinceOptions(language)} />;
    case 'yes-no':
      return <YesNo {...props} />;
    case 'date':
    case 'birth-date':
      return <DateInput {...props} />;
    case 'satang':
    case 'number':
      return <NumberInput {...props} />;
    default:
      return <TextInput {...props} text={text} />;
  }
}

/** What a telephone's keyboard should offer, and whose letters to expect. */
const NATIVE: Partial<Record<FieldRule['kind'], InputHTMLAttributes<HTMLInputElement>>> = {
  'thai-name': { lang: 'th', autoComplete: 'off' },
  'latin-name': { lang: 'en', autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false },
  'native-name': { autoComplete: 'off' },
  phone: { type: 'tel', inputMode: 'tel' },
  email: { type: 'email', inputMode: 'email' },
  'thai-id': { inputMode: 'numeric' },
  'juristic-id': { inputMode: 'numeric' },
  'non-thai-id': { inputMode: 'numeric' },
  'document-number': { autoCapitalize: 'characters', spellCheck: false },
};

function TextInput({ rule, words, text, onValue }: KindProps & { readonly text: string }): ReactElement {
  const long = rule.kind === 'long-text' || rule.kind === 'mrz';
  // Above the limit of the form, so that a long name is told to be too long and is not cut in silence.
  return (
    <TextField
      {...NATIVE[rule.kind]}
      {...words}
      value={text}
      long={long}
      maxLength={long ? 2000 : 120}
      onValue={onValue}
    />
  );
}

function YesNo({ words, value, onValue }: KindProps): ReactElement {
  const f = useTexts(frameTexts);
  return (
    <Radios
      {...words}
      value={typeof value === 'boolean' ? String(value) : ''}
      options={[
        { value: 'true', label: f('yes') },
        { value: 'false', label: f('no') },
      ]}
      onValue={(answer) => onValue(answer === 'true')}
    />
  );
}

const PRECISIONS: Readonly<Record<number, string>> = { 10: 'day', 7: 'month', 4: 'year' };

function DateInput({ rule, words, value, onValue }: KindProps): ReactElement {
  const { language } = useApp();
  const birth = rule.kind === 'birth-date';
  const dateWords = useDateWords(birth);
  const date = birth
    ? ((value as { date?: string } | undefined)?.date ?? '')
    : ((value as string | undefined) ?? '');
  return (
    <DateField
      key={language}
      {...words}
      language={language}
      words={dateWords}
      value={date}
      onValue={(next) =>
        onValue(birth && next !== '' ? { precision: PRECISIONS[next.length] ?? 'day', date: next } : next)
      }
    />
  );
}

const SATANG_A_BAHT = 100;

function NumberInput({ rule, words, value, onValue }: KindProps): ReactElement {
  const factor = rule.kind === 'satang' ? SATANG_A_BAHT : 1;
  const shown = typeof value === 'number' ? String(value / factor) : ((value as string | undefined) ?? '');
  const change = (typed: string): void => {
    const digits = typed.replace(/\D/g, '');
    onValue(digits === '' ? '' : Number(digits) * factor);
  };
  return <TextField {...words} value={shown} inputMode="numeric" maxLength={9} onValue={change} />;
}
