import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { officePeopleTexts } from '@permit/ui/texts/office-people-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { NewActingOrder } from './new-acting-order.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

type Order = Output<'listActingOrders'>['orders'][number];

/** Who acts as registrar by which written order, and a new one. */
export function ActingOrdersPage(): ReactElement {
  const { api } = useApp();
  const t = useTexts(officePeopleTexts);
  const f = useTexts(frameTexts);
  const { value, problem, reload } = useLoad('acting orders', () => api.call('listActingOrders', {}));
  return (
    <Page title={t('orders')} wide>
      <ProblemNote problem={problem} onRetry={reload} />
      {!value && !problem && <Skeleton label={f('loading')} />}
      {value?.orders.length === 0 && <EmptyState text={t('noOrders')} />}
      {value?.orders.map((order) => (
        <OrderCard key={order.orderId} order={order} onEnded={reload} />
      ))}
      <NewActingOrder onEntered={reload} />
    </Page>
  );
}

function OrderCard({
  order,
  onEnded,
}: {
  readonly order: Order;
  readonly onEnded: () => void;
}): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(officePeopleTexts);
  const [ending, setEnding] = useState(false);
  const { orderId, orderNo, officeName, role, validFrom, validUntil, persons, state } = order;
  return (
    <section className="evidence">
      <h2>
        {t('orderNo')} {orderNo} · {officeName}
      </h2>
      <p>
        {t(`role_${role}`)} · {formatInstant(validFrom, language)} – {formatInstant(validUntil, language)} ·{' '}
        <strong>{t(`state_${state}`)}</strong>
      </p>
      <p>{persons.map(({ displayName }) => displayName).join(' · ')}</p>
      {(state === 'coming' || state === 'in-force') && (
        <Button look="danger" onClick={() => setEnding(true)}>
          {t('end')}
        </Button>
      )}
      {ending && (
        <ReasonDialog
          title={t('end')}
          means={t('means_end')}
          danger
          onClose={() => setEnding(false)}
          onReason={(reason) => api.call('revokeActingOrder', { orderId, reason })}
          onDone={() => {
            setEnding(false);
            onEnded();
          }}
        />
      )}
    </section>
  );
}
