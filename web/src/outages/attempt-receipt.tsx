import { keepsFromFiling } from '@permit/domain/receipts/count-attempt.ts';
import { Button } from '@permit/ui/button.tsx';
import { noticeTexts } from '@permit/ui/texts/notice-texts.ts';
import { outageTexts } from '@permit/ui/texts/outage-texts.ts';
import type { ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { useServiceNames } from '../app/use-services.ts';
import { useTexts } from '../app/use-texts.ts';
import '../notices/notices.css';
import { QrPicture } from '../portal/qr-picture.tsx';

/** The receipt of somebody who could not file: a code to read aloud, a QR, and whether our log bears it out. */
export function AttemptReceipt({ kept }: { readonly kept: Output<'recordAttempt'> }): ReactElement {
  const { language } = useApp();
  const t = useTexts(outageTexts);
  const n = useTexts(noticeTexts);
  const nameOf = useServiceNames();
  const counts = kept.outage !== undefined && keepsFromFiling(kept.outage.affected);
  return (
    <Page title={t('triedTitle')} back="/outages">
      <section className="case-card receipt">
        <h2>{nameOf(kept.serviceCode)}</h2>
        <p className="quiet">{t('code')}</p>
        <p className="big-number">{kept.code}</p>
        <dl className="facts">
          <dt>{t('when')}</dt>
          <dd>{formatInstant(kept.triedAt, language)}</dd>
          <dt>{n('receivedOn')}</dt>
          <dd>{formatInstant(kept.recordedAt, language)}</dd>
        </dl>
        <p className={`notice ${counts ? 'notice-good' : 'notice-warn'}`}>
          {counts ? t('known') : t('unknown')}
        </p>
        <QrPicture text={kept.receipt.text} label={`${t('code')} ${kept.code}`} />
        <p>{t('keep')}</p>
        <div className="actions no-print">
          <Button onClick={() => print()}>{n('print')}</Button>
        </div>
      </section>
    </Page>
  );
}
