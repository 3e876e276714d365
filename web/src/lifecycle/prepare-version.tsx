import { Button } from '@permit/ui/button.tsx';
import { DateField } from '@permit/ui/date-field.tsx';
import { Select } from '@permit/ui/select.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { lifecycleOfficeTexts } from '@permit/ui/texts/lifecycle-office-texts.ts';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { Input } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useDateWords } from '../app/use-date-words.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';

/** Only what changes, by name; what it would do is shown before anybody publishes it. */
export function PrepareVersion({ onPrepared }: { readonly onPrepared: () => void }): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(lifecycleOfficeTexts);
  const f = useTexts(frameTexts);
  const dateWords = useDateWords(false);
  const act = useAct();
  const { value } = useLoad(`all-services-${language}`, () => api.call('listServices', { language }));
  const [typed, setTyped] = useState({ code: '', effectiveFrom: '', change: '', why: '' });
  const [asked, setAsked] = useState(false);
  const change = parsed(typed.change);
  const lacks = (text: string): string | undefined => (asked && text.trim() === '' ? f('choose') : undefined);
  const prepare = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (!change || !typed.code || !typed.effectiveFrom || !typed.why.trim()) return;
    const { code, effectiveFrom, why } = typed;
    const done = await act.run(`draft ${JSON.stringify(typed)}`, (key) =>
      api.call('draftService', { code, effectiveFrom, change, why }, key),
    );
    if (!done) return;
    setTyped({ code: '', effectiveFrom: '', change: '', why: '' });
    setAsked(false);
    onPrepared();
  };
  return (
    <details className="evidence">
      <summary>{t('prepare')}</summary>
      <form onSubmit={(event) => void prepare(event)} noValidate>
        <ProblemNote problem={act.problem} />
        <Select
          id="service"
          label={t('service')}
          value={typed.code}
          nothing={f('choose')}
          error={lacks(typed.code)}
          options={(value?.services ?? []).map(({ code, name }) => ({
            value: code,
            label: `${code} ${name}`,
          }))}
          onValue={(code) => setTyped({ ...typed, code })}
        />
        <DateField
          key={typed.effectiveFrom === '' ? 'empty' : 'typed'}
          id="effective-from"
          label={t('effectiveFrom')}
          language={language}
          words={dateWords}
          value={typed.effectiveFrom}
          error={lacks(typed.effectiveFrom)}
          onValue={(effectiveFrom) => setTyped({ ...typed, effectiveFrom })}
        />
        <TextField
          id="change"
          label={t('change')}
          hint={t('changeHint')}
          value={typed.change}
          long
          error={asked && !change ? t('notJson') : undefined}
          onValue={(text) => setTyped({ ...typed, change: text })}
        />
        <TextField
          id="why"
          label={t('why')}
          value={typed.why}
          maxLength={500}
          error={asked && !typed.why.trim() ? t('writeSomething') : undefined}
          onValue={(why) => setTyped({ ...typed, why })}
        />
        <Button look="primary" type="submit" busy={act.busy}>
          {t('prepare')}
        </Button>
      </form>
    </details>
  );
}

type Change = Input<'draftService'>['change'];

function parsed(text: string): Change | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Change) : undefined;
  } catch {
    return undefined;
  }
}
