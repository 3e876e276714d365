import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { formatDate } from '@permit/domain/calendar/format-date.ts';
import { say } from '@permit/domain/texts/text.ts';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import { noticeTexts } from '@permit/ui/texts/notice-texts.ts';
import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { useItemName } from '../filing/use-item-name.ts';
import './notices.css';
import type { Notice } from './notice-page.tsx';

type Worker = Notice['workers'][number];

/** The workers of a notice, each with their permit, their clocks, and what is still missing of a change. */
export function NoticeWorkers({ notice }: { readonly notice: Notice }): ReactElement {
  const t = useTexts(noticeTexts);
  return (
    <section>
      <h2>{t('stepWorkers')}</h2>
      <ul className="tiles">
        {notice.workers.map((worker) => (
          <WorkerCard key={worker.row} worker={worker} />
        ))}
      </ul>
    </section>
  );
}

function WorkerCard({ worker }: { readonly worker: Worker }): ReactElement {
  const { language } = useApp();
  const t = useTexts(noticeTexts);
  const leaver = worker.clocks.find(({ code }) => code.startsWith('find-employer'));
  const date = leaver && formatDate(calendarDate(leaver.dueOn), language);
  return (
    <li className="case-card">
      <h3>{worker.name || worker.permitNo || `${t('line')} ${worker.row}`}</h3>
      <p>{[worker.permitNo, worker.passportNo].filter(Boolean).join(' · ')}</p>
      <p>{worker.match === 'linked' ? t('linked') : t('notLinked')}</p>
      {worker.repeats && <p>{t('repeats', { number: worker.repeats })}</p>}
      {date && (
        <p className={`notice ${leaver?.metOn ? 'notice-good' : 'notice-warn'}`}>
          {leaver?.metOn ? t('found') : t('findEmployer', { date })}
        </p>
      )}
      {worker.change && <ChangeProgress change={worker.change} />}
    </li>
  );
}

/** The acts of a change of employer that the reader may know of; each has its name from the service's own data. */
function ChangeProgress({ change }: { readonly change: NonNullable<Worker['change']> }): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(noticeTexts);
  const { value } = useLoad('service-C-EMP', () => api.call('getService', { code: 'C-EMP' }));
  const acts = (value?.service['acts'] ?? []) as { code: string; names: Record<'th' | 'en', string> }[];
  const nameOf = (code: string): string => {
    const act = acts.find((one) => one.code === code);
    return act ? say(act.names, language) : code;
  };
  return (
    <>
      <h4>{t('change')}</h4>
      <ul className="change-acts">
        {change.acts
          .filter(({ state }) => state !== 'not-needed')
          .map(({ code, state }) => (
            <li key={code}>
              <StateBadge
                tone={state === 'done' ? 'good' : 'wait'}
                word={t(state === 'done' ? 'done' : 'missing')}
              />{' '}
              {nameOf(code)}
            </li>
          ))}
      </ul>
      {change.complete && <p>{t('complete')}</p>}
      {change.seenAs !== 'old-employer' && <p className="quiet">{t('noNewCard')}</p>}
    </>
  );
}

/** Lines that could not be read, by number, with what is wrong in each. */
export function NotReceived({ notice }: { readonly notice: Notice }): ReactElement {
  const t = useTexts(noticeTexts);
  const itemName = useItemName();
  return (
    <section className="notice notice-warn">
      <p>
        <strong>{t('notReceived')}</strong>
      </p>
      <ul>
        {notice.notReceived.map(({ row, problems }) => (
          <li key={row}>
            {t('line')} {row}: {problems.map(({ field }) => itemName(FIELD_NAMES[field] ?? field)).join(', ')}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The fields of a list under the names of the form, which has their words. */
export const FIELD_NAMES: Readonly<Record<string, string>> = {
  firstLatin: 'worker.names.firstLatin',
  firstThai: 'worker.names.firstThai',
  nationality: 'worker.nationality',
  born: 'worker.birth',
  phone: 'worker.phone',
  occupation: 'job.occupation',
  passportNo: 'travelDocument.number',
  permitNo: 'oldPermit.number',
  eventDate: 'answers.eventDate',
  employer: 'employer.nameThai',
  reason: 'answers.exitReason',
};
