import { eventText } from '@permit/domain/texts/machine-state-texts.ts';
import { say } from '@permit/domain/texts/text.ts';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { Table } from '@permit/ui/table.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { permitOrderOfficeTexts } from '@permit/ui/texts/permit-order-office-texts.ts';
import type { ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { hasRole } from '../app/roles-of.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { PaperButton } from '../money/paper-button.tsx';
import { EndRequestCard } from './end-request-card.tsx';
import { RevokeSection } from './revoke-section.tsx';

/** The desk of orders: what is asked for first, then a permit to revoke, then what was ordered. */
export function PermitOrdersPage(): ReactElement {
  const { api, who } = useApp();
  const t = useTexts(permitOrderOfficeTexts);
  const f = useTexts(frameTexts);
  const { value, problem, reload } = useLoad('permit-orders', async () => ({
    ...(await api.call('listPermitEnds', { state: 'asked' })),
    ...(await api.call('listPermitOrders', {})),
  }));
  return (
    <Page title={t('title')} wide>
      <ProblemNote problem={problem} onRetry={reload} />
      {!value && !problem && <Skeleton label={f('loading')} />}
      {value && (
        <>
          <h2>{t('requests')}</h2>
          {value.requests.length === 0 && <EmptyState text={t('noRequests')} />}
          {value.requests.map((request) => (
            <EndRequestCard key={request.requestId} request={request} onDone={reload} />
          ))}
          {who && hasRole(who, 'registrar') && <RevokeSection onDone={reload} />}
          <h2>{t('orders')}</h2>
          {value.orders.length === 0 ? <EmptyState text={t('noOrders')} /> : <Orders orders={value.orders} />}
        </>
      )}
    </Page>
  );
}

type Order = Output<'listPermitOrders'>['orders'][number];

function Orders({ orders }: { readonly orders: readonly Order[] }): ReactElement {
  const { language } = useApp();
  const t = useTexts(permitOrderOfficeTexts);
  const wordsOf = ({ state }: Order): string => {
    const text = eventText('permit-order', state);
    return text ? say(text, language) : state;
  };
  return (
    <Table
      caption={t('orders')}
      rows={orders}
      keyOf={({ orderId }) => orderId}
      columns={[
        { head: t('orderNo'), cell: ({ number }) => number },
        { head: t('permitNo'), cell: ({ permitNo }) => permitNo },
        { head: t('orderedAt'), cell: ({ orderedAt }) => formatInstant(orderedAt, language) },
        { head: t('state'), cell: wordsOf },
        {
          head: t('paper'),
          cell: ({ orderId, number }) => (
            <PaperButton kind="permit-order" subjectId={orderId} label={`PDF ${number}`} />
          ),
        },
      ]}
    />
  );
}
