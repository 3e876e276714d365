import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { formatDate } from '@permit/domain/calendar/format-date.ts';
import { Table } from '@permit/ui/table.tsx';
import { noticeOfficeTexts } from '@permit/ui/texts/notice-office-texts.ts';
import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { useTexts } from '../app/use-texts.ts';
import { useItemName } from '../filing/use-item-name.ts';
import { FIELD_NAMES } from '../notices/notice-workers.tsx';
import { noticePaperTexts } from '@permit/ui/texts/notice-paper-texts.ts';
import { HandedInPapers } from '../notices/handed-in-papers.tsx';
import type { Notice } from '../notices/notice-page.tsx';

/** What an officer looks at before acknowledging: each line, whether a permit agrees with it, and what was noticed. */
export function NoticeEvidence({ notice }: { readonly notice: Notice }): ReactElement {
  const t = useTexts(noticeOfficeTexts);
  const p = useTexts(noticePaperTexts);
  const { language } = useApp();
  const itemName = useItemName();
  const findingsOf = (row: number): string =>
    [...new Set(notice.findings.filter((finding) => finding.row === row).map(({ field }) => field))]
      .map((field) => itemName(FIELD_NAMES[field] ?? field))
      .join(', ');
  return (
    <section className="notice-evidence">
      <h2>
        {notice.noticeNo} · {notice.employerName}
      </h2>
      {notice.body.reason && <p>{notice.body.reason}</p>}
      {notice.attemptCode && <p className="notice">{t('attempt', { code: notice.attemptCode })}</p>}
      <Table
        caption={t('workers')}
        rows={notice.workers}
        keyOf={({ row }) => String(row)}
        columns={[
          { head: '#', cell: ({ row }) => row },
          { head: itemName('worker.names.firstLatin'), cell: ({ name }) => name || '—' },
          { head: itemName('oldPermit.number'), cell: ({ permitNo }) => permitNo ?? '—' },
          { head: itemName('travelDocument.number'), cell: ({ passportNo }) => passportNo ?? '—' },
          {
            head: itemName('answers.eventDate'),
            cell: ({ eventDate }) => formatDate(calendarDate(eventDate), language),
          },
          { head: t('match'), cell: ({ match }) => t(match) },
          { head: t('findings'), cell: ({ row }) => findingsOf(row) || '—' },
        ]}
      />
      <h3>{p('handedIn')}</h3>
      <HandedInPapers notice={notice} />
    </section>
  );
}
