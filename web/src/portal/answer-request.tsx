import { unexplained } from '@permit/domain/lifecycle/kept-reasons.ts';
import { Button } from '@permit/ui/button.tsx';
import { ErrorSummary } from '@permit/ui/error-summary.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import type { Finding } from '../filing/finding-words.ts';
import { reasonId } from '../filing/findings-list.tsx';
import { fieldsOf, readService } from '../filing/service.ts';
import { FieldInput } from '../filing/field-input.tsx';
import { sectionOf, setAt, type Draft } from '../filing/draft.ts';
import { PaperUpload } from '../filing/paper-upload.tsx';
import { useItemName, usePaperName } from '../filing/use-item-name.ts';
import { NewWarnings } from './new-warnings.tsx';

type Case = Output<'getApplication'>;

/** What an officer sent back: each item with its reason, and only these to mend. */
export function AnswerRequest(props: {
  readonly found: Case;
  readonly onAnswered: () => void;
}): ReactElement {
  const { api } = useApp();
  const { found, onAnswered } = props;
  const t = useTexts(portalTexts);
  const f = useTexts(frameTexts);
  const itemName = useItemName();
  const paperName = usePaperName();
  const act = useAct();
  const [draft, setDraft] = useState<Draft>(found.draft);
  const [note, setNote] = useState('');
  const [warned, setWarned] = useState<readonly Finding[]>([]);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const code = found.serviceCode;
  const { value: service } = useLoad(`service-${code}`, () => readService(api, code));
  const items = found.requested.map(({ item }) => item);
  const wordsOf = (item: string): string => {
    const demand = service?.documents[item.replace('documents.', '')];
    return item.startsWith('documents.') && demand ? paperName(demand.anyOf) : itemName(item);
  };
  const asked = service ? fieldsOf(service, draft).filter(({ path }) => items.includes(path)) : [];
  const unanswered = [...new Set(warned.map(({ code }) => code))]
    .filter((code) => !reasons[code]?.trim())
    .map((code) => ({ fieldId: reasonId(code), message: t('whyMissing') }));
  const answer = async (): Promise<void> => {
    const fields = sectionOf(
      draft,
      asked.map(({ path }) => path),
    );
    const { applicationId } = found;
    const checked = await act.run(`check answer ${applicationId}`, () =>
      api.call('precheckDraft', { applicationId, fields }),
    );
    if (!checked) return;
    const wanted = unexplained(checked.findings);
    setWarned(wanted);
    const codes = [...new Set(wanted.map(({ code }) => code))];
    if (codes.some((code) => !reasons[code]?.trim())) return;
    const overrules = codes.map((code) => ({ code, reason: reasons[code]! }));
    const done = await act.run(`answer ${applicationId}`, () =>
      api.call('answerRequest', { applicationId, fields, overrules, ...(note.trim() ? { note } : {}) }),
    );
    if (done) onAnswered();
  };
  return (
    <section className="case-card">
      <h2>{t('requestedTitle')}</h2>
      <ProblemNote problem={act.problem} />
      <ul>
        {found.requested.map((one) => (
          <li key={one.item}>
            <strong>{wordsOf(one.item)}</strong>: {itemName(one.reason)}
            {one.note && <blockquote className="said">{one.note}</blockquote>}
          </li>
        ))}
      </ul>
      {asked.map(({ path, rule }) => (
        <FieldInput
          key={path}
          path={path}
          rule={rule}
          draft={draft}
          onValue={(value) => setDraft(setAt(draft, path, value))}
        />
      ))}
      {service &&
        items
          .filter((item) => item.startsWith('documents.'))
          .map((item) => service.documents[item.slice('documents.'.length)])
          .map(
            (rule) =>
              rule && (
                <PaperUpload
                  key={rule.anyOf.join()}
                  applicationId={found.applicationId}
                  rule={rule}
                  fields={service.fields}
                  onAdded={() => undefined}
                />
              ),
          )}
      <TextField id="answer-note" label={t('note')} value={note} long maxLength={500} onValue={setNote} />
      <ErrorSummary title={f('errorTitle')} problems={unanswered} />
      <NewWarnings service={service} findings={warned} reasons={reasons} onReasons={setReasons} />
      <Button look="primary" busy={act.busy} onClick={() => void answer()}>
        {t('answer')}
      </Button>
    </section>
  );
}
