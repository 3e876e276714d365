import { formatDate } from '@permit/domain/calendar/format-date.ts';
import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { Button } from '@permit/ui/button.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { noticeTexts } from '@permit/ui/texts/notice-texts.ts';
import type { ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay, formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useServiceNames } from '../app/use-services.ts';
import { useTexts } from '../app/use-texts.ts';
import { QrPicture } from '../portal/qr-picture.tsx';
import { AnswerCorrection } from './answer-correction.tsx';
import { NoticePapers } from './notice-papers.tsx';
import { saveFile } from './save-receipt.ts';
import { NoticeStateBadge } from './notice-state.tsx';
import { NoticeWorkers, NotReceived } from './notice-workers.tsx';
import './notice-operations.ts';

export type Notice = Output<'getNotice'>;

/** One notice with its receipt: what was told, whether in time, and what is still missing. */
export function NoticePage({ noticeId }: { readonly noticeId: string }): ReactElement {
  const { api } = useApp();
  const t = useTexts(noticeTexts);
  const f = useTexts(frameTexts);
  const notice = useLoad(`notice-${noticeId}`, () => api.call('getNotice', { noticeId }));
  const { value } = notice;
  return (
    <Page title={t('received')} back="/notices">
      <ProblemNote problem={notice.problem} onRetry={notice.reload} />
      {!value && !notice.problem && <Skeleton label={f('loading')} />}
      {value && (
        <>
          <Receipt notice={value} />
          {value.state === 'correction-asked' && (
            <AnswerCorrection notice={value} onAnswered={notice.reload} />
          )}
          {value.notReceived.length > 0 && <NotReceived notice={value} />}
          <NoticePapers notice={value} onAdded={notice.reload} />
          <NoticeWorkers notice={value} />
        </>
      )}
    </Page>
  );
}

function Receipt({ notice }: { readonly notice: Notice }): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(noticeTexts);
  const nameOf = useServiceNames();
  const act = useAct();
  const open = async (): Promise<void> => {
    const { noticeId } = notice;
    const paper = await act.run('receipt', () => api.call('getNoticeReceipt', { noticeId }));
    if (paper) saveFile(paper);
  };
  return (
    <section className="case-card receipt">
      <ProblemNote problem={act.problem} />
      <h2>{nameOf(notice.serviceCode)}</h2>
      <p className="quiet">{t('noticeNo')}</p>
      <p className="big-number">{notice.noticeNo}</p>
      <NoticeStateBadge state={notice.state} />
      <dl className="facts">
        <dt>{t('receivedOn')}</dt>
        <dd>{formatInstant(notice.receivedAt, language)}</dd>
        <dt>{t('stepEmployer')}</dt>
        <dd>{notice.employerName}</dd>
        <dt>{t('day')}</dt>
        <dd>{formatDate(calendarDate(notice.body.eventDate), language)}</dd>
      </dl>
      <Lateness notice={notice} />
      {notice.state === 'received' && notice.dueAt && (
        <p>{t('officeAnswers', { date: formatDay(notice.dueAt, language) })}</p>
      )}
      <QrPicture text={notice.receipt.text} label={`${t('noticeNo')} ${notice.noticeNo}`} />
      <p>{t('receiptHow')}</p>
      <div className="actions no-print">
        <Button busy={act.busy} onClick={() => void open()}>
          {t('pdf')}
        </Button>
        <Button onClick={() => print()}>{t('print')}</Button>
      </div>
    </section>
  );
}

/** Whether the duty to tell was met in time; how days are counted is not confirmed, and the page says so. */
function Lateness({ notice }: { readonly notice: Notice }): ReactElement | null {
  const t = useTexts(noticeTexts);
  const duty = notice.clocks.find(({ binds }) => binds !== 'department');
  if (!duty) return null;
  const late = duty.daysLate > 0;
  return (
    <p className={`notice ${late ? 'notice-warn' : 'notice-good'}`}>
      {late ? t('late', { days: duty.daysLate }) : t('inTime')}
      {late && duty.certainty !== 'certain' && <> · {t('uncertain')}</>}
    </p>
  );
}
