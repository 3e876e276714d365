import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Button } from '@permit/ui/button.tsx';
import { Dialog } from '@permit/ui/dialog.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { Table } from '@permit/ui/table.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { officeTexts } from '@permit/ui/texts/office-texts.ts';
import { useEffect, useState, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { formatDay, formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useServiceNames } from '../app/use-services.ts';
import { useTexts } from '../app/use-texts.ts';
import { CaseReview } from './case-review.tsx';
import { deskOf } from './lane-of.ts';
import { useTakenCase } from './taken-case.ts';
import { useKeys } from './use-keys.ts';

/** The lane of the caller and the case in hand; everything by one key. */
export function ReviewPage(): ReactElement {
  const { api, who, language } = useApp();
  const t = useTexts(officeTexts);
  const f = useTexts(frameTexts);
  const desk = who ? deskOf(who) : undefined;
  const serviceName = useServiceNames();
  const lane = useLoad('lane', () => api.call('reviewLane', {}));
  const taken = useTakenCase();
  const [help, setHelp] = useState(false);
  const [said, setSaid] = useState('');
  useKeys({
    j: () => void taken.next(),
    k: () => (taken.leave(), lane.reload()),
    '?': () => setHelp(true),
  });
  const current = taken.current;
  useEffect(() => {
    if (!current) lane.reload();
  }, [current, lane.reload]);
  return (
    <Page title={t('lane')} wide>
      <p className="quiet">{t('keys')}</p>
      <p role="status">{said}</p>
      <ProblemNote problem={taken.problem ?? lane.problem} onRetry={lane.reload} />
      {help && (
        <Dialog title={t('help')} onClose={() => setHelp(false)}>
          <p>{t('keys')}</p>
          <Button onClick={() => setHelp(false)}>{t('close')}</Button>
        </Dialog>
      )}
      {current && desk ? (
        <CaseReview
          key={current.detail.applicationId}
          desk={desk}
          taken={current}
          onDecided={(words) => {
            setSaid(words);
            void taken.next();
          }}
        />
      ) : (
        <>
          <div className="actions">
            <Button look="primary" busy={taken.busy} onClick={() => void taken.next()}>
              {t('takeNext')}
            </Button>
            {lane.value && (
              <span>
                {t('waiting', { count: lane.value.waiting })}
                {lane.value.oldestSince &&
                  `, ${t('oldest', { date: formatInstant(lane.value.oldestSince, language) })}`}
              </span>
            )}
          </div>
          {!lane.value && !lane.problem && <Skeleton label={f('loading')} />}
          {lane.value?.cases.length === 0 && <EmptyState text={t('nothingWaits')} />}
          {lane.value && lane.value.cases.length > 0 && (
            <Table
              caption={t('lane')}
              rows={lane.value.cases}
              keyOf={({ applicationId }) => applicationId}
              columns={[
                { head: t('number'), cell: ({ applicationNo }) => applicationNo },
                { head: t('worker'), cell: ({ workerName }) => workerName },
                { head: t('employer'), cell: ({ employerName }) => employerName },
                { head: t('state'), cell: ({ serviceCode }) => serviceName(serviceCode) },
                { head: t('dueAt'), cell: ({ dueAt }) => (dueAt ? formatDay(dueAt, language) : '—') },
              ]}
            />
          )}
        </>
      )}
    </Page>
  );
}
