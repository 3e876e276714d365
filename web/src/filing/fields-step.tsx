import { isBlank, valueAt } from '@permit/domain/catalogue/condition.ts';
import { Button } from '@permit/ui/button.tsx';
import { ErrorSummary } from '@permit/ui/error-summary.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { ApiProblem } from '../api/api-problem.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { sectionOf, setAt, type Draft } from './draft.ts';
import { FieldInput, fieldId } from './field-input.tsx';
import type { Saved, StepProps } from './filing-page.tsx';
import { findingWords, refusedField, type Finding } from './finding-words.ts';
import { useFindingText } from './use-finding-text.ts';
import { fieldsOf, type AskedField } from './service.ts';
import { useItemName } from './use-item-name.ts';

interface Told {
  readonly field: string;
  readonly code: string;
  readonly block: boolean;
  readonly finding?: Finding;
}

type Props = StepProps & { readonly fields: readonly AskedField[] };

/** One page of questions: saved when it is left, and told at once what an officer would ask about. */
export function FieldsStep(props: Props): ReactElement {
  const { language } = useApp();
  const { service, saved } = props;
  const t = useTexts(portalTexts);
  const f = useTexts(frameTexts);
  const itemName = useItemName();
  const [draft, setDraft] = useState<Draft>(saved.draft);
  const [warned, setWarned] = useState<string>();
  const { told, act, save } = useSaving(props);
  const findingText = useFindingText();
  const wordsOf = ({ code, finding }: Told): string =>
    finding ? findingText(finding) : findingWords(code, language);
  const words = (path: string, block: boolean): string | undefined => {
    const found = told.find((one) => one.field === path && one.block === block);
    return found ? wordsOf(found) : undefined;
  };
  // An answer may open or close a question of the same page (a company has a number, a person has none).
  const shown = props.fields
    .map(({ path }) => path)
    .concat(fieldsOf(service, draft).map(({ path }) => path))
    .filter((path, index, all) => all.indexOf(path) === index)
    .flatMap((path) => fieldsOf(service, draft).filter((field) => field.path === path))
    .filter(({ path }) => samePage(path, props.fields));

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = await save(draft);
    if (!found || found.some(({ block }) => block)) return;
    // A warning is shown once; pressed again with the same answers, the filer means them.
    const now = JSON.stringify(draft);
    if (found.length > 0 && warned !== now) setWarned(now);
    else props.onNext();
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary
        title={f('errorTitle')}
        problems={told
          .filter(({ block }) => block)
          .map(({ field, code }) => ({
            fieldId: fieldId(field),
            message: `${itemName(field)}: ${wordsOf({ field, code, block: true })}`,
          }))}
      />
      <ProblemNote problem={act.problem} />
      {told.length > 0 && told.every(({ block }) => !block) && (
        <p className="notice notice-warn" role="alert">
          {t('continueAnyway')}
        </p>
      )}
      {shown.map(({ path, rule }) => (
        <FieldInput
          key={path}
          path={path}
          rule={rule}
          draft={draft}
          error={words(path, true)}
          warning={words(path, false)}
          onValue={(value) => setDraft((before) => setAt(before, path, value))}
        />
      ))}
      <div className="actions">
        <Button type="submit" look="primary" busy={act.busy}>
          {f('continue')}
        </Button>
      </div>
    </form>
  );
}

/** Fields of one section stand together, so a question that opens stays on the page that opened it. */
function samePage(path: string, fields: readonly AskedField[]): boolean {
  const section = (text: string): string =>
    text
      .split('.')
      .slice(0, text.startsWith('worker.names') ? 2 : 1)
      .join('.');
  return (
    fields.some((field) => field.path === path) ||
    (!path.startsWith('worker.') &&
      !path.startsWith('answers.') &&
      fields.some((field) => section(field.path) === section(path)))
  );
}

/** Saves the page's sections and asks what an officer would say of its fields; undefined where it was not saved. */
function useSaving({ applicationId, saved, fields, onSaved }: Props) {
  const { api } = useApp();
  const act = useAct();
  const [told, setTold] = useState<readonly Told[]>([]);
  const save = async (draft: Draft): Promise<readonly Told[] | undefined> => {
    const paths = fields.map(({ path }) => path);
    const found = await act.run(`save ${applicationId}`, async () => {
      try {
        const section = sectionOf(draft, paths);
        const { revision } = await api.call('updateDraft', {
          applicationId,
          revision: saved.revision,
          draft: section,
        });
        onSaved({ draft, revision } satisfies Saved);
        const { findings } = await api.call('precheckDraft', { applicationId });
        return findings
          .filter(({ field }) => field !== undefined && paths.includes(field))
          .map((finding) => ({
            field: finding.field!,
            code: finding.code,
            block: finding.severity === 'block',
            finding,
          }))
          .filter(
            ({ field, block, code }) =>
              block || !/^(field-)?missing$/.test(code) || !isBlank(valueAt(draft, field)),
          );
      } catch (error) {
        const refused = refusedFields(error, paths);
        if (refused.length > 0) return refused;
        throw error;
      }
    });
    setTold(found ?? []);
    return found;
  };
  return { told, act, save };
}

/** Values that the server could not even read, at their fields. */
function refusedFields(error: unknown, paths: readonly string[]): readonly Told[] {
  if (!(error instanceof ApiProblem) || error.code !== 'invalid-input') return [];
  return error.fields
    .map(({ path }) => ({ ...refusedField(path), block: true }))
    .filter(({ field }) => paths.includes(field));
}
