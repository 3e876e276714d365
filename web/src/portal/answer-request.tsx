import { Button } from '@permit/ui/button.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { fieldsOf, readService } from '../filing/service.ts';
import { FieldInput } from '../filing/field-input.tsx';
import { sectionOf, setAt, type Draft } from '../filing/draft.ts';
import { PaperUpload } from '../filing/paper-upload.tsx';
import { useItemName, usePaperName } from '../filing/use-item-name.ts';

type Case = Output<'getApplication'>;

/** What an officer sent back: each item with its reason, and only these to mend. */
export function AnswerRequest(props: {
  readonly found: Case;
  readonly onAnswered: () => void;
}): ReactElement {
  const { api } = useApp();
  const { found, onAnswered } = props;
  const t = useTexts(portalTexts);
  const itemName = useItemName();
  const paperName = usePaperName();
  const act = useAct();
  const [draft, setDraft] = useState<Draft>(found.draft);
  const [note, setNote] = useState('');
  const code = found.serviceCode;
  const { value: service } = useLoad(`service-${code}`, () => readService(api, code));
  const items = found.requested.map(({ item }) => item);
  const wordsOf = (item: string): string => {
    const demand = service?.documents[item.replace('documents.', '')];
    return item.startsWith('documents.') && demand ? paperName(demand.anyOf) : itemName(item);
  };
  const asked = service ? fieldsOf(service, draft).filter(({ path }) => items.includes(path)) : [];
  const answer = async (): Promise<void> => {
    const fields = sectionOf(
      draft,
      asked.map(({ path }) => path),
    );
    const done = await act.run(`answer ${found.applicationId}`, () =>
      api.call('answerRequest', {
        applicationId: found.applicationId,
        fields,
        ...(note.trim() ? { note } : {}),
      }),
    );
    if (done) onAnswered();
  };
  return (
    <section className="case-card">
      <h2>{t('requestedTitle')}</h2>
      <ProblemNote problem={act.problem} />
      <ul>
        {found.requested.map(({ item, reason }) => (
          <li key={item}>
            <strong>{wordsOf(item)}</strong>: {itemName(reason)}
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
                  onAdded={() => undefined}
                />
              ),
          )}
      <TextField id="answer-note" label={t('note')} value={note} long maxLength={500} onValue={setNote} />
      <Button look="primary" busy={act.busy} onClick={() => void answer()}>
        {t('answer')}
      </Button>
    </section>
  );
}
