import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { FieldGroup } from '@permit/ui/field-frame.tsx';
import { Table } from '@permit/ui/table.tsx';
import { cardDeskTexts } from '@permit/ui/texts/card-desk-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';

type Order = Output<'listPrintOrders'>['printOrders'][number];

/** Orders that are printed one after the other and travel together. */
export function BatchPanel({ isHead }: { readonly isHead: boolean }): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(cardDeskTexts);
  const { value, problem, reload } = useLoad('print-batches', async () => ({
    ...(await api.call('listPrintBatches', {})),
    ...(await api.call('listPrintOrders', {})),
  }));
  const free = (value?.printOrders ?? []).filter(
    ({ state, batchNo }) => (state === 'queued' || state === 'rendered') && batchNo === undefined,
  );
  return (
    <section>
      <h2>{t('batches')}</h2>
      <ProblemNote problem={problem} onRetry={reload} />
      {value?.batches.length === 0 && <EmptyState text={t('noBatches')} />}
      {value && value.batches.length > 0 && (
        <Table
          caption={t('batches')}
          rows={value.batches}
          keyOf={({ batchId }) => batchId}
          columns={[
            { head: t('batch'), cell: ({ batchNo }) => batchNo },
            { head: t('day'), cell: ({ madeAt }) => formatInstant(madeAt, language) },
            { head: t('cards'), cell: ({ orders }) => orders },
            { head: t('batchPassed'), cell: ({ passed }) => passed },
            { head: t('batchOpen'), cell: ({ open }) => open },
          ]}
        />
      )}
      {isHead && value && <NewBatch key={free.length} free={free} onDone={reload} />}
    </section>
  );
}

function NewBatch({
  free,
  onDone,
}: {
  readonly free: readonly Order[];
  readonly onDone: () => void;
}): ReactElement {
  const { api } = useApp();
  const t = useTexts(cardDeskTexts);
  const act = useAct();
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = free.filter(({ printOrderId }) => !left.includes(printOrderId));
  if (free.length === 0) return <p className="quiet">{t('noFreeOrders')}</p>;
  const make = async (): Promise<void> => {
    if (chosen.length === 0) return;
    const printOrderIds = chosen.map(({ printOrderId }) => printOrderId);
    const made = await act.run(`batch ${printOrderIds.join(' ')}`, (key) =>
      api.call('createPrintBatch', { printOrderIds }, key),
    );
    if (made) onDone();
  };
  return (
    <>
      <FieldGroup words={{ id: 'batch-orders', label: t('freeOrders') }}>
        <div className="choices">
          {free.map(({ printOrderId, permitNo }) => (
            <label className="choice" key={printOrderId}>
              <input
                type="checkbox"
                checked={!left.includes(printOrderId)}
                onChange={(event) =>
                  setLeft(
                    event.target.checked
                      ? left.filter((one) => one !== printOrderId)
                      : [...left, printOrderId],
                  )
                }
              />
              {permitNo}
            </label>
          ))}
        </div>
      </FieldGroup>
      <ProblemNote problem={act.problem} />
      <Button busy={act.busy} onClick={() => void make()}>
        {t('makeBatch', { count: chosen.length })}
      </Button>
    </>
  );
}
