import { applicationMachine, type ApplicationState } from '@permit/domain/machines/application-machine.ts';
import { Button } from '@permit/ui/button.tsx';
import { Dialog } from '@permit/ui/dialog.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { useState, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';

/** Read from the machine, so that the button and the server never differ. */
export function mayBeWithdrawn(state: ApplicationState): boolean {
  return applicationMachine.transitions.some(
    ({ from, act }) => from === state && act === 'withdrawApplication',
  );
}

/** Takes a case back, after saying what that means. */
export function WithdrawCase(props: {
  readonly applicationId: string;
  readonly onDone: () => void;
}): ReactElement {
  const { api } = useApp();
  const t = useTexts(portalTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const { applicationId, onDone } = props;
  const withdraw = async (): Promise<void> => {
    setAsked(true);
    if (reason.trim() === '') return;
    const done = await act.run(`withdraw ${applicationId}`, () =>
      api.call('withdrawApplication', { applicationId, reason }),
    );
    if (done) onDone();
  };
  return (
    <>
      <div className="actions">
        <Button onClick={() => setOpen(true)}>{t('withdraw')}</Button>
      </div>
      {open && (
        <Dialog title={t('withdraw')} onClose={() => setOpen(false)}>
          <p>{t('withdrawMeans')}</p>
          <ProblemNote problem={act.problem} />
          <TextField
            id="withdraw-reason"
            label={t('withdrawWhy')}
            value={reason}
            maxLength={500}
            error={asked && reason.trim() === '' ? t('fillThisIn') : undefined}
            onValue={setReason}
          />
          <div className="actions">
            <Button look="danger" busy={act.busy} onClick={() => void withdraw()}>
              {t('withdraw')}
            </Button>
            <Button onClick={() => setOpen(false)}>{f('cancel')}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
