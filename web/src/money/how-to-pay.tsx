import { Button } from '@permit/ui/button.tsx';
import { moneyTexts } from '@permit/ui/texts/money-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { useTexts } from '../app/use-texts.ts';
import { QrPicture } from '../portal/qr-picture.tsx';
import { BarcodePicture } from './barcode-picture.tsx';
import { PaperButton } from './paper-button.tsx';

type Payable = Pick<Output<'getBill'>, 'promptPay' | 'payInCode' | 'bankPause'>;

/** The PromptPay code, the bar code for a counter, the slip to print; and when not to pay. */
export function HowToPay(props: { readonly payable: Payable; readonly subjectId: string }): ReactElement {
  const { payable, subjectId } = props;
  const { health } = useApp();
  const t = useTexts(portalTexts);
  const m = useTexts(moneyTexts);
  const [copied, setCopied] = useState(false);
  const copy = (): void => void navigator.clipboard.writeText(payable.promptPay).then(() => setCopied(true));
  return (
    <section>
      <h2>{t('scanToPay')}</h2>
      <PauseNote pause={payable.bankPause} />
      <QrPicture text={payable.promptPay} label={t('scanToPay')} />
      {health && health.mode !== 'production' && (
        <p className="notice notice-warn">{t('payAtSimulatedBank')} (SIMULATED)</p>
      )}
      <code className="code-text">{payable.promptPay}</code>
      <div className="actions">
        <Button onClick={copy}>{t('copyText')}</Button>
        <span role="status">{copied && t('copied')}</span>
      </div>
      <h3>{m('atCounter')}</h3>
      <BarcodePicture text={payable.payInCode} label={m('atCounter')} />
      <div className="actions">
        <PaperButton kind="pay-in-slip" subjectId={subjectId} label={m('slip')} />
      </div>
      <p className="quiet">{t('pageWaits')}</p>
    </section>
  );
}

function PauseNote({ pause }: { readonly pause: Payable['bankPause'] }): ReactElement {
  const { language } = useApp();
  const m = useTexts(moneyTexts);
  if (!pause.now) return <p className="quiet">{m('pauseDaily')}</p>;
  return (
    <p className="notice notice-warn" role="status">
      {m('pauseNow', { until: formatInstant(pause.until, language) })}
    </p>
  );
}
