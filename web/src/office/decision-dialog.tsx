import type { RefusalGround } from '@permit/domain/catalogue/return-reasons.ts';
import { applicationStateText } from '@permit/domain/texts/application-state-texts.ts';
import { refusalGroundTexts } from '@permit/domain/texts/reason-texts.ts';
import { say } from '@permit/domain/texts/text.ts';
import { Button } from '@permit/ui/button.tsx';
import { Dialog } from '@permit/ui/dialog.tsx';
import { Select } from '@permit/ui/select.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { officeTexts } from '@permit/ui/texts/office-texts.ts';
import { useState, type ReactElement } from 'react';
import type { ApiClient, Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { decisionLabel, type Decision, type Desk } from './lane-of.ts';
import { ReturnItems, type ReturnedItem } from './return-items.tsx';
import type { TakenCase } from './taken-case.ts';

interface Props {
  readonly desk: Desk;
  readonly decision: Decision;
  readonly taken: TakenCase;
  readonly onClose: () => void;
  readonly onDecided: (words: string) => void;
}

interface Words {
  readonly returned: readonly ReturnedItem[];
  readonly note: string;
  readonly ground: RefusalGround | '';
}

/** What the decision will do, and the last question before it is done. */
export function DecisionDialog(props: Props): ReactElement {
  const { desk, decision, taken, onClose, onDecided } = props;
  const { api, language } = useApp();
  const t = useTexts(officeTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const [words, setWords] = useState<Words>({ returned: [], note: '', ground: '' });
  const [asked, setAsked] = useState(false);
  const refusing = decision === 'refuse';
  const lacks =
    (decision === 'return' && words.returned.length === 0) ||
    (refusing && (words.note.trim() === '' || (desk === 'registrar' && words.ground === '')));
  const decide = async (): Promise<void> => {
    setAsked(true);
    if (lacks) return;
    const { applicationId } = taken.detail;
    const moved = await act.run(`decide ${applicationId}`, () => send(api, props, words));
    if (moved) onDecided(t('decided', { state: say(applicationStateText(moved.state).label, language) }));
  };
  const means =
    decision === 'return' ? 'means_return' : (`means_${decision}_${desk}` as 'means_approve_checker');
  return (
    <Dialog title={t(decisionLabel(decision, desk))} onClose={onClose}>
      <p className="notice">{t(means, { revision: taken.detail.revision })}</p>
      <ProblemNote problem={act.problem} />
      {decision === 'return' && (
        <ReturnItems
          taken={taken}
          returned={words.returned}
          error={asked && lacks ? t('chooseItem') : undefined}
          onReturned={(returned) => setWords({ ...words, returned })}
        />
      )}
      {refusing && desk === 'registrar' && (
        <Select
          id="ground"
          label={t('ground')}
          value={words.ground}
          nothing={f('choose')}
          options={Object.entries(refusalGroundTexts.texts).map(([value, text]) => ({
            value,
            label: say(text, language),
          }))}
          error={asked && words.ground === '' ? t('writeSomething') : undefined}
          onValue={(ground) => setWords({ ...words, ground: ground as RefusalGround | '' })}
        />
      )}
      {decision !== 'return' && desk !== 'checker' && (
        <TextField
          id="note"
          label={refusing ? t('groundText') : t('note')}
          value={words.note}
          long
          maxLength={500}
          error={asked && refusing && !words.note.trim() ? t('writeSomething') : undefined}
          onValue={(note) => setWords({ ...words, note })}
        />
      )}
      <div className="actions">
        <Button look={refusing ? 'danger' : 'primary'} busy={act.busy} onClick={() => void decide()}>
          {t('confirm')}
        </Button>
        <Button onClick={onClose}>{f('cancel')}</Button>
      </div>
    </Dialog>
  );
}

type Moved = Output<'grantApplication'>;

function send(api: ApiClient, { desk, decision, taken }: Props, words: Words): Promise<Moved> {
  const { applicationId, revision } = taken.detail;
  const note = words.note.trim() ? { note: words.note } : {};
  const returned = words.returned.map(({ note: said = '', ...one }) =>
    said.trim() ? { ...one, note: said } : one,
  );
  if (desk === 'checker')
    return api.call('checkDocuments', { applicationId, complete: decision === 'approve', returned });
  if (desk === 'assistant') {
    const proposal = decision === 'approve' ? 'grant' : decision;
    return api.call('considerApplication', { applicationId, proposal, returned, ...note });
  }
  if (decision === 'return') return api.call('returnApplication', { applicationId, revision, returned });
  if (decision === 'refuse' && words.ground !== '')
    return api.call('refuseApplication', { applicationId, revision, ground: words.ground, text: words.note });
  return api.call('grantApplication', { applicationId, revision, ...note });
}
