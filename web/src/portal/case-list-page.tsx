import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { submitManyTexts } from '@permit/ui/texts/submit-many-texts.ts';
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { hasRole } from '../app/roles-of.ts';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useServiceNames } from '../app/use-services.ts';
import { useTexts } from '../app/use-texts.ts';
import { ApplicationStateBadge } from './application-state.tsx';

type Row = Output<'listApplications'>['applications'][number];

/** Everything that the person has filed or begun, newest first. */
export function CaseListPage(): ReactElement {
  const { api, who } = useApp();
  const t = useTexts(portalTexts);
  const many = useTexts(submitManyTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const nameOf = useServiceNames();
  const first = useLoad('cases', () => api.call('listApplications', {}));
  const [later, setLater] = useState<Output<'listApplications'>>({ applications: [] });
  const rows = [...(first.value?.applications ?? []), ...later.applications];
  const next = later.applications.length > 0 ? later.next : first.value?.next;
  const more = async (after: string): Promise<void> => {
    const page = await act.run('more', () => api.call('listApplications', { after }));
    if (page) setLater({ ...page, applications: [...later.applications, ...page.applications] });
  };
  return (
    <Page title={f('myCases')}>
      <ProblemNote problem={first.problem ?? act.problem} onRetry={first.reload} />
      {!first.value && !first.problem && <Skeleton label={f('loading')} />}
      <div className="actions">
        <Link className="button button-primary" href="/new">
          {f('newApplication')}
        </Link>
        {who && hasRole(who, 'employer', 'agent') && (
          <>
            <Link className="button" href="/bulk">
              {t('manyAtOnce')}
            </Link>
            {rows.filter(({ state }) => state === 'draft').length > 1 && (
              <Link className="button" href="/bulk/submit">
                {many('submitDrafts')}
              </Link>
            )}
            {rows.filter(({ state }) => state === 'needs-documents').length > 1 && (
              <Link className="button" href="/bulk/answer">
                {many('answerReturns')}
              </Link>
            )}
            <Link className="button" href="/hire-check">
              {many('hireCheck')}
            </Link>
          </>
        )}
      </div>
      {first.value && rows.length === 0 && <EmptyState text={t('noCases')} />}
      <ul className="tiles">
        {rows.map((row) => (
          <CaseCard key={row.applicationId} row={row} service={nameOf(row.serviceCode)} />
        ))}
      </ul>
      {next && (
        <Button busy={act.busy} onClick={() => void more(next)}>
          {f('more')}
        </Button>
      )}
    </Page>
  );
}

function CaseCard({ row, service }: { readonly row: Row; readonly service: string }): ReactElement {
  const t = useTexts(portalTexts);
  const draft = row.state === 'draft';
  return (
    <li className="case-card">
      <h2>{row.workerName || t('workerName')}</h2>
      <p>
        {service}
        <br />
        {t('number')}: {row.applicationNo ?? t('noNumberYet')}
      </p>
      <ApplicationStateBadge state={row.state} />
      <div className="actions">
        <Link
          className="button"
          href={draft ? `/cases/${row.applicationId}/edit` : `/cases/${row.applicationId}`}
        >
          {draft ? t('resume') : t('open')}
          <span className="hidden-words"> {row.applicationNo ?? row.workerName}</span>
        </Link>
      </div>
    </li>
  );
}
