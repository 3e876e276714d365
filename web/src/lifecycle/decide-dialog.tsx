import { Button } from '@permit/ui/button.tsx';
import { Dialog } from '@permit/ui/dialog.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { lifecycleOfficeTexts } from '@permit/ui/texts/lifecycle-office-texts.ts';
import { useState, type ReactElement } from 'react';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';

/** Says what a decision will do and takes its reason, before it is done. */
export function DecideDialog(props: {
  readonly title: string;
  readonly means: string;
  /** The name of the act, for its idempotency key. */
  readonly act: string;
  readonly danger?: boolean;
  /** False where no reason is asked for. */
  readonly asksReason?: boolean;
  readonly onClose: () => void;
  readonly onDecide: (reason: string) => Promise<unknown>;
  readonly onDone: () => void;
}): ReactElement {
  const { title, means, danger, asksReason = true, onClose, onDecide, onDone } = props;
  const t = useTexts(lifecycleOfficeTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const lacks = asksReason && reason.trim() === '';
  const decide = async (): Promise<void> => {
    setAsked(true);
    if (lacks) return;
    const done = await act.run(props.act, async () => ({ answer: await onDecide(reason) }));
    if (done) onDone();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="notice">{means}</p>
      <ProblemNote problem={act.problem} />
      {asksReason && (
        <TextField
          id="decide-reason"
          label={t('reason')}
          value={reason}
          long
          maxLength={500}
          error={asked && lacks ? t('writeSomething') : undefined}
          onValue={setReason}
        />
      )}
      <div className="actions">
        <Button look={danger ? 'danger' : 'primary'} busy={act.busy} onClick={() => void decide()}>
          {t('confirm')}
        </Button>
        <Button onClick={onClose}>{f('cancel')}</Button>
      </div>
    </Dialog>
  );
}
