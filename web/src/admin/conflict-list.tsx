import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import { Table } from '@permit/ui/table.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { oldRegisterTexts } from '@permit/ui/texts/old-register-texts.ts';
import type { ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useTexts } from '../app/use-texts.ts';
import { usePages } from './use-pages.ts';

type Conflict = Output<'listOldPermitConflicts'>['conflicts'][number];
const PAGE = 100;

/** Lines of one number that say the same again or something else; what differs is named, never shown. */
export function ConflictList({
  importId,
  total,
}: {
  readonly importId: string;
  readonly total: number;
}): ReactElement {
  const { api } = useApp();
  const t = useTexts(oldRegisterTexts);
  const f = useTexts(frameTexts);
  const { rows, problem, reload, act, more } = usePages<Conflict>(`conflicts-${importId}`, async (after) => {
    const page = await api.call('listOldPermitConflicts', { importId, after, limit: PAGE });
    return { rows: page.conflicts, next: page.next };
  });
  return (
    <section className="bulk-rows">
      <h2>
        {t('conflicts')} ({total.toLocaleString('en')})
      </h2>
      <ProblemNote problem={problem} onRetry={reload} />
      {!rows && !problem && <Skeleton label={f('loading')} />}
      {rows?.length === 0 && <EmptyState text={t('noConflicts')} />}
      {rows && rows.length > 0 && (
        <Table
          caption={t('conflicts')}
          rows={rows}
          keyOf={({ line }) => String(line)}
          columns={[
            { head: t('line'), cell: ({ line }) => line },
            {
              head: t('standing'),
              cell: ({ standing }) => (
                <StateBadge tone={standing === 'duplicate' ? 'quiet' : 'warn'} word={t(standing)} />
              ),
            },
            {
              head: t('firstLine'),
              cell: ({ first }) =>
                t(first.importId === importId ? 'firstHere' : 'firstElsewhere', { line: first.line }),
            },
            {
              head: t('differs'),
              cell: ({ differs }) => differs.map((part) => partName(part, t)).join(', ') || '—',
            },
          ]}
        />
      )}
      {more && (
        <Button busy={act.busy} onClick={() => void more()}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}

function partName(part: string, t: (key: keyof typeof oldRegisterTexts.texts) => string): string {
  const key = `part_${part}`;
  return key in oldRegisterTexts.texts ? t(key as keyof typeof oldRegisterTexts.texts) : part;
}
