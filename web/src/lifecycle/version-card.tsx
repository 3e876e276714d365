import { bahtGrouped, type Satang } from '@permit/domain/money/satang.ts';
import { Button } from '@permit/ui/button.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import { Table } from '@permit/ui/table.tsx';
import { lifecycleOfficeTexts } from '@permit/ui/texts/lifecycle-office-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { useServiceNames } from '../app/use-services.ts';
import { useTexts } from '../app/use-texts.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { outcomeChanges } from './outcome-changes.ts';

type Draft = Output<'listServiceDrafts'>['drafts'][number];

/** One version: what differs, which sample cases change, and what can be done with it. */
export function VersionCard({
  draft,
  onDone,
}: {
  readonly draft: Draft;
  readonly onDone: () => void;
}): ReactElement {
  const { language } = useApp();
  const t = useTexts(lifecycleOfficeTexts);
  const serviceName = useServiceNames();
  const tone = draft.state === 'published' ? 'good' : draft.state === 'waiting' ? 'warn' : 'quiet';
  return (
    <section className="evidence">
      <h2>
        {draft.code} {serviceName(draft.code)} · {t('version', { version: draft.version })}
      </h2>
      <p>
        <StateBadge tone={tone} word={t(draft.state)} />
      </p>
      <p>
        {t('effectiveFrom')} {formatDay(draft.effectiveFrom, language)} · {draft.why}
      </p>
      {draft.problems.length > 0 && (
        <div className="notice notice-bad">
          <h3>{t('problems')}</h3>
          <ul>
            {draft.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      <Table
        caption={t('differences')}
        rows={draft.differences}
        keyOf={({ path }) => path}
        columns={[
          { head: t('field'), cell: ({ path }) => path.replaceAll('.', ' › ') },
          { head: t('before'), cell: ({ path, before }) => show(path, before, t('none')) },
          { head: t('after'), cell: ({ path, after }) => <strong>{show(path, after, t('none'))}</strong> },
        ]}
      />
      <h3>{t('simulation', { changed: draft.changes.length, samples: draft.samples })}</h3>
      <ul>
        {draft.changes.map((change) => (
          <li key={change.sample}>
            {change.sample}: {outcomeChanges(change.before, change.after).join('; ')}
          </li>
        ))}
      </ul>
      {draft.state === 'waiting' && <Acts draft={draft} onDone={onDone} />}
    </section>
  );
}

/** Money as baht, a text as it is, everything else as the data has it. */
function show(path: string, value: unknown, none: string): string {
  if (value === undefined || value === null) return none;
  if (/satang\.value$/.test(path) && typeof value === 'number') return `฿ ${bahtGrouped(value as Satang)}`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function Acts({ draft, onDone }: { readonly draft: Draft; readonly onDone: () => void }): ReactElement {
  const { api } = useApp();
  const t = useTexts(lifecycleOfficeTexts);
  const [asking, setAsking] = useState<'publish' | 'discard'>();
  const { draftId } = draft;
  return (
    <>
      {draft.mine && <p className="notice">{t('mine')}</p>}
      <div className="actions">
        {!draft.mine && draft.problems.length === 0 && (
          <Button look="primary" onClick={() => setAsking('publish')}>
            {t('publish')}
          </Button>
        )}
        <Button onClick={() => setAsking('discard')}>{t('discard')}</Button>
      </div>
      {asking && (
        <DecideDialog
          title={t(asking)}
          means={asking === 'publish' ? t('means_publish') : t('discarded')}
          act={`${asking} ${draftId}`}
          asksReason={false}
          onClose={() => setAsking(undefined)}
          onDecide={() =>
            api.call(asking === 'publish' ? 'publishService' : 'discardServiceDraft', { draftId })
          }
          onDone={onDone}
        />
      )}
    </>
  );
}
