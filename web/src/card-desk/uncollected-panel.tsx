import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import { Table } from '@permit/ui/table.tsx';
import { cardDeskTexts } from '@permit/ui/texts/card-desk-texts.ts';
import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';

/** Cards on the shelf with their clock, longest first. */
export function UncollectedPanel(): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(cardDeskTexts);
  const act = useAct();
  const { value, problem, reload } = useLoad('uncollected', () => api.call('listUncollected', {}));
  const takeOff = async (serial: string): Promise<void> => {
    const reason = 'not fetched';
    if (await act.run(`return ${serial}`, () => api.call('returnCard', { serial, reason }))) reload();
  };
  return (
    <section>
      <h2>{t('uncollected')}</h2>
      <ProblemNote problem={problem ?? act.problem} onRetry={reload} />
      {value?.cards.length === 0 && <EmptyState text={t('noUncollected')} />}
      {value && value.cards.length > 0 && (
        <>
          {value.certainty !== 'certain' && <p className="quiet">{t('assumed')}</p>}
          <Table
            caption={t('uncollected')}
            rows={value.cards}
            keyOf={({ serial }) => serial}
            columns={[
              { head: t('serial'), cell: ({ serial }) => serial },
              { head: t('place'), cell: ({ shelf }) => shelf ?? '—' },
              { head: t('waiting'), cell: ({ waitingDays }) => t('days', { count: waitingDays }) },
              {
                head: t('returnOn'),
                cell: ({ returnOn, overdue }) => (
                  <>
                    {formatDay(returnOn, language)} {overdue && <StateBadge tone="bad" word={t('overdue')} />}
                  </>
                ),
              },
              {
                head: t('takeOff'),
                cell: ({ serial }) => (
                  <Button busy={act.busy} onClick={() => void takeOff(serial)}>
                    {t('takeOff')}
                  </Button>
                ),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}
