import { permitStateTexts } from '@permit/domain/texts/permit-state-texts.ts';
import { say } from '@permit/domain/texts/text.ts';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { inspectTexts } from '@permit/ui/texts/inspect-texts.ts';
import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';

/** Every employment of a permit, by what was granted and notified, for an inspection. */
export function EmploymentView({ permitNo }: { readonly permitNo: string }): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(inspectTexts);
  const f = useTexts(frameTexts);
  const { value, problem, reload } = useLoad(`employment-${permitNo}`, () =>
    api.call('getEmployment', { permitNo, purpose: 'inspection' }),
  );
  if (problem) return <ProblemNote problem={problem} onRetry={reload} />;
  if (!value) return <Skeleton label={f('loading')} />;
  const states: Readonly<Record<string, (typeof permitStateTexts.texts)['active']>> = permitStateTexts.texts;
  const state = states[value.permitState];
  return (
    <>
      <p>
        {t('permitNo')} {value.permitNo} · <strong>{state ? say(state, language) : value.permitState}</strong>{' '}
        · {t('validTo')} {formatDay(value.validTo, language)}
      </p>
      {value.employments.length === 0 && <p>{t('noWork')}</p>}
      <ol className="timeline">
        {value.employments.map(({ employerName, from, until, occupation, sourceNo }) => (
          <li key={`${employerName} ${from}`}>
            <strong>{employerName}</strong>
            {occupation && ` · ${occupation}`}
            <br />
            <span className="quiet">
              {t('from', { day: formatDay(from, language) })}
              {until && ` ${t('until', { day: formatDay(until, language) })}`}
              {sourceNo && ` · ${sourceNo}`}
            </span>
          </li>
        ))}
      </ol>
      {value.notices.length > 0 && (
        <>
          <h3>{t('notices')}</h3>
          <ul>
            {value.notices.map(({ noticeNo, serviceCode, receivedAt }) => (
              <li key={noticeNo}>
                {noticeNo} · {serviceCode} · {formatDay(receivedAt, language)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
