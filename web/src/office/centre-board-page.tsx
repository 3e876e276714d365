import { applicationStateText } from '@permit/domain/texts/application-state-texts.ts';
import { say } from '@permit/domain/texts/text.ts';
import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import { officeTexts } from '@permit/ui/texts/office-texts.ts';
import { Fragment, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { hasRole } from '../app/roles-of.ts';
import { formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { PrintOrders } from './print-orders.tsx';

/** Backlog, printing and blanks of a centre; its supervisor decides nothing about a case. */
export function CentreBoardPage(): ReactElement {
  const { who } = useApp();
  const t = useTexts(officeTexts);
  return (
    <Page title={t('board')} wide>
      {who && hasRole(who, 'centre-supervisor') && <Backlog />}
      <PrintOrders />
      <Stock />
    </Page>
  );
}

function Backlog(): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(officeTexts);
  const { value, problem, reload } = useLoad('stats', () => api.call('reviewStats', {}));
  const most = Math.max(1, ...(value?.states.map(({ count }) => count) ?? []));
  return (
    <section>
      <h2>{t('backlog')}</h2>
      <ProblemNote problem={problem} onRetry={reload} />
      {value?.states.length === 0 && <EmptyState text={t('nothingWaits')} />}
      <Button onClick={reload}>{t('refresh')}</Button>
      <div className="bars">
        {value?.states.map(({ state, count, oldestSince }) => (
          <Fragment key={state}>
            <span>{say(applicationStateText(state).label, language)}</span>
            <span>
              <span className="bar" style={{ display: 'block', width: `${(count / most) * 100}%` }} />
            </span>
            <span>
              {count}
              {oldestSince && ` · ${t('oldest', { date: formatInstant(oldestSince, language) })}`}
            </span>
          </Fragment>
        ))}
      </div>
    </section>
  );
}

function Stock(): ReactElement {
  const { api } = useApp();
  const t = useTexts(officeTexts);
  const { value, problem, reload } = useLoad('stock', () => api.call('stockBalance', {}));
  return (
    <section>
      <h2>{t('stock')}</h2>
      <ProblemNote problem={problem} onRetry={reload} />
      {value && (
        <>
          <StateBadge
            tone={value.balanced ? 'good' : 'bad'}
            word={value.balanced ? t('balanced') : t('notBalanced')}
          />
          <dl className="facts">
            <dt>{t('received')}</dt>
            <dd>{value.received}</dd>
            <dt>{t('blank')}</dt>
            <dd>{value.blank}</dd>
            <dt>{t('reserved')}</dt>
            <dd>{value.reserved}</dd>
            <dt>{t('issued')}</dt>
            <dd>{value.issued}</dd>
            <dt>{t('wasted')}</dt>
            <dd>{value.spoiled}</dd>
          </dl>
        </>
      )}
    </section>
  );
}
