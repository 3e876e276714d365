import { StateBadge } from '@permit/ui/state-badge.tsx';
import { inspectTexts } from '@permit/ui/texts/inspect-texts.ts';
import { useState, type ReactElement } from 'react';
import { Button } from '@permit/ui/button.tsx';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { useTexts } from '../app/use-texts.ts';
import { AnswerBadge } from '../scan/answer-badge.tsx';
import { EmploymentView } from './employment-view.tsx';
import { worksHere, type Inspected } from './inspected-rows.ts';

/** One person: the answer first, then the face to compare, then who employs them today. */
export function InspectedCard({
  seen,
  site,
}: {
  readonly seen: Inspected;
  readonly site: string;
}): ReactElement {
  const { language } = useApp();
  const t = useTexts(inspectTexts);
  const [all, setAll] = useState(false);
  return (
    <section className="case-card">
      <AnswerBadge answer={seen.answer} />
      {!worksHere(seen, site) && <StateBadge tone="warn" word={t('otherEmployer')} />}
      <h2>{seen.workerName}</h2>
      {seen.photo ? (
        <img
          src={`data:image/jpeg;base64,${seen.photo}`}
          alt={t('photo')}
          style={{ width: '12rem', maxWidth: '100%', display: 'block' }}
        />
      ) : (
        <p className="notice">{t('noPhoto')}</p>
      )}
      <dl className="facts">
        <dt>{t('permitNo')}</dt>
        <dd>{seen.permitNo}</dd>
        <dt>{t('validTo')}</dt>
        <dd>{formatDay(seen.validTo, language)}</dd>
        <dt>{t('employers')}</dt>
        <dd>
          {seen.employers.length === 0 && t('noEmployer')}
          <ul className="plain-list">
            {seen.employers.map(({ name, from }) => (
              <li key={`${name} ${from}`}>
                <strong>{name}</strong>{' '}
                <span className="quiet">{t('from', { day: formatDay(from, language) })}</span>
              </li>
            ))}
          </ul>
        </dd>
      </dl>
      {!all && <Button onClick={() => setAll(true)}>{t('allWork')}</Button>}
      {all && <EmploymentView permitNo={seen.permitNo} />}
    </section>
  );
}
