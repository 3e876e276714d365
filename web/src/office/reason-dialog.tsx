import { Button } from '@permit/ui/button.tsx';
import { Dialog } from '@permit/ui/dialog.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { officeTexts } from '@permit/ui/texts/office-texts.ts';
import { useState, type ReactElement } from 'react';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';

/** An act that wants a written reason, with what it means above. */
export function ReasonDialog(props: {
  readonly title: string;
  readonly means: string;
  readonly danger?: boolean;
  readonly onClose: () => void;
  /** The act itself; it is under its own idempotency key. */
  readonly onReason: (reason: string) => Promise<unknown>;
  readonly onDone: () => void;
}): ReactElement {
  const { title, means, danger, onClose, onReason, onDone } = props;
  const t = useTexts(officeTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const decide = async (): Promise<void> => {
    setAsked(true);
    if (reason.trim() === '') return;
    if (await act.run(title, () => onReason(reason))) onDone();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="notice">{means}</p>
      <ProblemNote problem={act.problem} />
      <TextField
        id="reason"
        label={t('reason')}
        value={reason}
        long
        maxLength={500}
        error={asked && reason.trim() === '' ? t('writeSomething') : undefined}
        onValue={setReason}
      />
      <div className="actions">
        <Button look={danger ? 'danger' : 'primary'} busy={act.busy} onClick={() => void decide()}>
          {t('confirm')}
        </Button>
        <Button onClick={onClose}>{f('cancel')}</Button>
      </div>
    </Dialog>
  );
}
