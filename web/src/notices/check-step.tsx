import { formatDate } from '@permit/domain/calendar/format-date.ts';
import { isCalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { noticeTexts } from '@permit/ui/texts/notice-texts.ts';
import { noticePaperTexts } from '@permit/ui/texts/notice-paper-texts.ts';
import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { useServiceNames } from '../app/use-services.ts';
import { useTexts } from '../app/use-texts.ts';
import { useItemName } from '../filing/use-item-name.ts';
import { workersOfDraft } from './notice-draft.ts';
import { parseWorkerList } from './parse-worker-list.ts';
import type { StepProps } from './step-props.ts';
import { ReadLines } from './workers-step.tsx';

/** Everything that will be sent, once more. */
export function CheckStep({ draft, role }: StepProps): ReactElement {
  const { language } = useApp();
  const t = useTexts(noticeTexts);
  const p = useTexts(noticePaperTexts);
  const nameOf = useItemName();
  const serviceName = useServiceNames();
  const count = workersOfDraft(draft, role).length;
  return (
    <>
      <dl className="facts">
        <dt>{t('whatHappened')}</dt>
        <dd>{serviceName(draft.serviceCode)}</dd>
        <dt>{role === 'worker' ? t('stepNewEmployer') : t('stepEmployer')}</dt>
        <dd>{draft.employerName}</dd>
        <dt>{t('day')}</dt>
        <dd>{isCalendarDate(draft.day) ? formatDate(draft.day, language) : draft.day}</dd>
        {draft.reason && (
          <>
            <dt>{t('reason')}</dt>
            <dd>{draft.reason}</dd>
          </>
        )}
        {role === 'worker' ? (
          <>
            <dt>{nameOf('oldPermit.number')}</dt>
            <dd>{draft.own.permitNo}</dd>
            <dt>{nameOf('travelDocument.number')}</dt>
            <dd>{draft.own.passportNo}</dd>
          </>
        ) : (
          <>
            <dt>{t('stepWorkers')}</dt>
            <dd>{t('workersCount', { count })}</dd>
          </>
        )}
      </dl>
      {draft.papers.length > 0 && (
        <>
          <h2>{p('step')}</h2>
          <ul>
            {draft.papers.map(({ uploadId, kind, name }) => (
              <li key={uploadId}>
                {nameOf(`documents.${kind}`)} · {name}
              </li>
            ))}
          </ul>
        </>
      )}
      {role !== 'worker' && <ReadLines lines={parseWorkerList(draft.list)} />}
      {draft.serviceCode === 'C-EMP' && <p className="notice">{t('noNewCard')}</p>}
    </>
  );
}
