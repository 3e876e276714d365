import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { adminTexts } from '@permit/ui/texts/admin-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { TextField } from '@permit/ui/text-field.tsx';
import { useState, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { FactorSecret, type NewFactor } from './factor-secret.tsx';
import { NewStaff } from './new-staff.tsx';
import { StaffTable } from './staff-table.tsx';

/** Lines that are drawn at once; the search finds the others. */
const MOST_SHOWN = 100;

/** Who works here and as what; the administrator opens accounts, gives roles, and ends them. */
export function StaffPage(): ReactElement {
  const { api } = useApp();
  const t = useTexts(adminTexts);
  const f = useTexts(frameTexts);
  const { value, problem, reload } = useLoad('staff and places', async () => ({
    ...(await api.call('listStaff', {})),
    ...(await api.call('listParties', {})),
  }));
  const [looked, setLooked] = useState('');
  const [factor, setFactor] = useState<NewFactor>();
  const staff = value?.staff ?? [];
  const wanted = looked.trim().toLocaleLowerCase();
  const found = staff.filter(({ displayName, roles }) =>
    [displayName, ...roles.map(({ partyName }) => partyName)].some((words) =>
      words.toLocaleLowerCase().includes(wanted),
    ),
  );
  const changed = (made?: NewFactor): void => {
    if (made) setFactor(made);
    reload();
  };
  return (
    <Page title={t('staff')} wide>
      <p>{t('staffHint')}</p>
      <ProblemNote problem={problem} onRetry={reload} />
      {!value && !problem && <Skeleton label={f('loading')} />}
      {value && (
        <>
          <NewStaff parties={value.parties} onOpened={changed} />
          <TextField id="find-staff" type="search" label={t('find')} value={looked} onValue={setLooked} />
          <p role="status" className="quiet">
            {t('shown', { shown: Math.min(found.length, MOST_SHOWN), total: staff.length })}
          </p>
          {found.length === 0 ? (
            <EmptyState text={t('noStaff')} />
          ) : (
            <StaffTable staff={found.slice(0, MOST_SHOWN)} parties={value.parties} onChanged={changed} />
          )}
        </>
      )}
      {factor && <FactorSecret factor={factor} onClose={() => setFactor(undefined)} />}
    </Page>
  );
}
