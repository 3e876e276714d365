import { machineStateTexts } from '@permit/domain/texts/machine-state-texts.ts';
import { say } from '@permit/domain/texts/text.ts';
import { Button } from '@permit/ui/button.tsx';
import { Dialog } from '@permit/ui/dialog.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { moneyTexts } from '@permit/ui/texts/money-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';

type Bill = Output<'getBill'>;

/** Where a refund stands, or the way to ask for one. */
export function RefundSection({
  bill,
  onAsked,
}: {
  readonly bill: Bill;
  readonly onAsked: () => void;
}): ReactElement | null {
  const { language } = useApp();
  const m = useTexts(moneyTexts);
  const [asking, setAsking] = useState(false);
  if (!bill.paidAt) return null;
  const { refund } = bill;
  const mayAsk = !refund || refund.state === 'refused';
  return (
    <section>
      {refund && <p role="status">{say(machineStateTexts.refund.texts[refund.state], language)}</p>}
      {mayAsk && <Button onClick={() => setAsking(true)}>{m('askRefund')}</Button>}
      {asking && <AskRefund billId={bill.billId} onClose={() => setAsking(false)} onAsked={onAsked} />}
    </section>
  );
}

const EMPTY = { reason: '', payeeName: '', payeeAccount: '', payeeBank: '' };
const ACCOUNT = /^[0-9][0-9-]{5,29}$/;

function AskRefund(props: {
  readonly billId: string;
  readonly onClose: () => void;
  readonly onAsked: () => void;
}): ReactElement {
  const { billId, onClose, onAsked } = props;
  const { api } = useApp();
  const m = useTexts(moneyTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const [given, setGiven] = useState(EMPTY);
  const [sent, setSent] = useState(false);
  const set = (name: keyof typeof EMPTY) => (value: string) => setGiven({ ...given, [name]: value });
  const missing = (name: 'reason' | 'payeeName') =>
    sent && given[name].trim() === '' ? m('fillThis') : undefined;
  const isAccount = ACCOUNT.test(given.payeeAccount.trim());
  const send = async (): Promise<void> => {
    setSent(true);
    const { reason, payeeName, payeeAccount, payeeBank } = given;
    if (reason.trim() === '' || payeeName.trim() === '' || !isAccount) return;
    const input = { billId, reason, payeeName, payeeAccount: payeeAccount.trim() };
    const bank = payeeBank.trim() === '' ? {} : { payeeBank };
    const done = await act.run(`refund ${billId}`, (key) =>
      api.call('refundBill', { ...input, ...bank }, key),
    );
    if (!done) return;
    onClose();
    onAsked();
  };
  return (
    <Dialog title={m('askRefund')} onClose={onClose}>
      <p>{m('refundLead')}</p>
      <ProblemNote problem={act.problem} />
      <TextField
        id="reason"
        label={m('reason')}
        value={given.reason}
        long
        maxLength={500}
        error={missing('reason')}
        onValue={set('reason')}
      />
      <TextField
        id="payeeName"
        label={m('payeeName')}
        value={given.payeeName}
        maxLength={200}
        error={missing('payeeName')}
        onValue={set('payeeName')}
      />
      <TextField
        id="payeeAccount"
        label={m('payeeAccount')}
        value={given.payeeAccount}
        inputMode="numeric"
        maxLength={30}
        error={sent && !isAccount ? m('accountDigits') : undefined}
        onValue={set('payeeAccount')}
      />
      <TextField
        id="payeeBank"
        label={m('payeeBank')}
        value={given.payeeBank}
        maxLength={60}
        onValue={set('payeeBank')}
      />
      <div className="actions">
        <Button look="primary" busy={act.busy} onClick={() => void send()}>
          {m('sendRefund')}
        </Button>
        <Button onClick={onClose}>{f('cancel')}</Button>
      </div>
    </Dialog>
  );
}
