import { FEE_NAMES } from '@permit/domain/catalogue/fee-names.ts';
import { say } from '@permit/domain/texts/text.ts';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { moneyTexts } from '@permit/ui/texts/money-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { useEffect, type ReactElement } from 'react';
import { useSearch } from 'wouter';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { formatBaht } from '../portal/money.ts';
import { HowToPay } from './how-to-pay.tsx';
import { PaperButton } from './paper-button.tsx';
import { RefundSection } from './refund-section.tsx';
import { SetAsideNotes } from './set-aside-notes.tsx';

type Bill = Output<'getBill'>;
const ASK_AGAIN_MS = 4_000;

/** One bill: what to pay, until when and how; its receipts once it is paid. It notices by itself that it was paid. */
export function BillPage({ billId }: { readonly billId: string }): ReactElement {
  const { api } = useApp();
  const applicationId = new URLSearchParams(useSearch()).get('case');
  const t = useTexts(portalTexts);
  const m = useTexts(moneyTexts);
  const f = useTexts(frameTexts);
  const { value: bill, problem, reload } = useLoad(`bill-${billId}`, () => api.call('getBill', { billId }));
  const open = bill !== undefined && !bill.paidAt && !bill.caseEnded;
  useEffect(() => {
    if (!open) return undefined;
    const timer = setInterval(reload, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [open, reload]);
  return (
    <Page
      title={t('billTitle')}
      back={applicationId ? `/cases/${applicationId}` : '/bills'}
      caption={bill?.applicationNo}
    >
      <ProblemNote problem={problem} onRetry={reload} />
      {!bill && !problem && <Skeleton label={f('loading')} />}
      {bill && (
        <>
          <BillFacts bill={bill} />
          {bill.caseEnded && <p className="notice">{m('nothingToPay')}</p>}
          <SetAsideNotes setAside={bill.setAside} />
          <Receipts bill={bill} />
          {open && <HowToPay payable={bill} subjectId={bill.billId} />}
          <RefundSection bill={bill} onAsked={reload} />
        </>
      )}
    </Page>
  );
}

function BillFacts({ bill }: { readonly bill: Bill }): ReactElement {
  const { language } = useApp();
  const t = useTexts(portalTexts);
  return (
    <>
      <div role="status">
        <StateBadge tone={bill.paidAt ? 'good' : 'warn'} word={bill.paidAt ? t('paid') : t('notPaid')} />
      </div>
      <dl className="facts">
        <dt>{bill.kind === 'permit-fee' ? t('permitFee') : t('applicationFee')}</dt>
        <dd className="big-number">{t('baht', { amount: formatBaht(bill.amountSatang) })}</dd>
        <dt>{bill.paidAt ? t('paid') : t('payBy')}</dt>
        <dd>{formatInstant(bill.paidAt ?? bill.dueAt, language)}</dd>
        {bill.fees.length > 1 && <Prices bill={bill} />}
        <dt>{t('ref')}</dt>
        <dd>
          {bill.ref1} / {bill.ref2}
        </dd>
      </dl>
    </>
  );
}

/** The prices of a bill with more than one; each has its own receipt. */
function Prices({ bill }: { readonly bill: Bill }): ReactElement {
  const { language } = useApp();
  const t = useTexts(portalTexts);
  const names: Partial<Record<string, (typeof FEE_NAMES)[keyof typeof FEE_NAMES]>> = FEE_NAMES;
  return (
    <>
      {bill.fees.map(({ code, amountSatang }) => (
        <div key={code}>
          <dt>{names[code] ? say(names[code], language) : code}</dt>
          <dd>{t('baht', { amount: formatBaht(amountSatang) })}</dd>
        </div>
      ))}
    </>
  );
}

function Receipts({ bill }: { readonly bill: Bill }): ReactElement | null {
  const m = useTexts(moneyTexts);
  if (bill.receipts.length === 0) return null;
  return (
    <section>
      <h2>{m('receipts')}</h2>
      <div className="actions">
        {bill.receipts.map(({ receiptId, number }) => (
          <PaperButton
            key={receiptId}
            kind="receipt"
            subjectId={receiptId}
            label={m('receipt', { number })}
          />
        ))}
      </div>
    </section>
  );
}
