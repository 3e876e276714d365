import { Button } from '@permit/ui/button.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { useEffect, useState, type ReactElement } from 'react';
import { useSearch } from 'wouter';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { formatBaht } from './money.ts';
import { QrPicture } from './qr-picture.tsx';

type Bill = Output<'getBill'>;
const ASK_AGAIN_MS = 4_000;

/** One bill: what to pay, until when, and the PromptPay code; it notices by itself that it was paid. */
export function BillPage({ billId }: { readonly billId: string }): ReactElement {
  const { api } = useApp();
  const applicationId = new URLSearchParams(useSearch()).get('case');
  const t = useTexts(portalTexts);
  const f = useTexts(frameTexts);
  const { value: bill, problem, reload } = useLoad(`bill-${billId}`, () => api.call('getBill', { billId }));
  const open = bill !== undefined && !bill.paidAt;
  useEffect(() => {
    if (!open) return undefined;
    const timer = setInterval(reload, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [open, reload]);
  return (
    <Page title={t('billTitle')} back={applicationId ? `/cases/${applicationId}` : '/cases'}>
      <ProblemNote problem={problem} onRetry={reload} />
      {!bill && !problem && <Skeleton label={f('loading')} />}
      {bill && <BillFacts bill={bill} />}
      {bill && !bill.paidAt && <HowToPay bill={bill} />}
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
        <dt>{t('ref')}</dt>
        <dd>
          {bill.ref1} / {bill.ref2}
        </dd>
      </dl>
    </>
  );
}

function HowToPay({ bill }: { readonly bill: Bill }): ReactElement {
  const { health } = useApp();
  const t = useTexts(portalTexts);
  const [copied, setCopied] = useState(false);
  const copy = (): void => void navigator.clipboard.writeText(bill.promptPay).then(() => setCopied(true));
  return (
    <section>
      <h2>{t('scanToPay')}</h2>
      <QrPicture text={bill.promptPay} label={t('scanToPay')} />
      {health && health.mode !== 'production' && (
        <p className="notice notice-warn">{t('payAtSimulatedBank')} (SIMULATED)</p>
      )}
      <code className="code-text">{bill.promptPay}</code>
      <div className="actions">
        <Button onClick={copy}>{t('copyText')}</Button>
        <span role="status">{copied && t('copied')}</span>
      </div>
      <p className="quiet">{t('pageWaits')}</p>
    </section>
  );
}
