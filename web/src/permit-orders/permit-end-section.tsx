import { Button } from '@permit/ui/button.tsx';
import { permitOrderTexts } from '@permit/ui/texts/permit-order-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { AppealForm } from '../lifecycle/appeal-form.tsx';
import { RunningAppeal } from '../lifecycle/appeal-section.tsx';
import { AskEnd } from './ask-end.tsx';

type Order = Output<'listPermitOrders'>['orders'][number];
type Request = Output<'listPermitEnds'>['requests'][number];

/** How a permit ended and the way to object, or the way to ask for its end; `onDone` reads the case anew. */
export function PermitEndSection(props: {
  readonly applicationId: string;
  readonly permitId: string;
  readonly onDone: () => void;
}): ReactElement | null {
  const { api } = useApp();
  const { applicationId, permitId, onDone } = props;
  const { value, reload } = useLoad(`permit-end-${applicationId}`, async () => ({
    permit: await api.call('getPermit', { permitId }),
    ...(await api.call('listPermitOrders', { applicationId, limit: 1 })),
    ...(await api.call('listPermitEnds', { applicationId, state: 'asked', limit: 1 })),
  }));
  if (!value) return null;
  const done = (): void => {
    reload();
    onDone();
  };
  const [order] = value.orders;
  const [waiting] = value.requests;
  const hasEnded = value.permit.state === 'revoked' || value.permit.state === 'cancelled';
  if (order && hasEnded) return <Ended order={order} onDone={done} />;
  if (waiting) return <Waiting request={waiting} onDone={done} />;
  if (['temporary', 'active', 'renewal-pending'].includes(value.permit.state))
    return <AskEnd permitId={permitId} onDone={done} />;
  return null;
}

function Ended({ order, onDone }: { readonly order: Order; readonly onDone: () => void }): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(permitOrderTexts);
  const [writing, setWriting] = useState(false);
  const { applicationId, kind, number, state, words, appealBy } = order;
  const { value: appeal } = useLoad(`order-appeal-${order.orderId}-${state}`, async () =>
    state === 'issued' ? undefined : api.call('getAppeal', { applicationId }),
  );
  return (
    <>
      <section className="case-card permit-end">
        <h2>{t(kind, { no: number })}</h2>
        <p>{words}</p>
        {appealBy && <p className="notice">{t('appealBy', { date: formatDay(appealBy, language) })}</p>}
        {state === 'issued' &&
          (writing ? (
            <AppealForm applicationId={applicationId} onDone={onDone} />
          ) : (
            <Button onClick={() => setWriting(true)}>{t('appeal')}</Button>
          ))}
      </section>
      {appeal && <RunningAppeal appeal={appeal} />}
    </>
  );
}

function Waiting({
  request,
  onDone,
}: {
  readonly request: Request;
  readonly onDone: () => void;
}): ReactElement {
  const { api } = useApp();
  const t = useTexts(permitOrderTexts);
  const act = useAct();
  const { requestId, words } = request;
  const takeBack = async (): Promise<void> => {
    if (await act.run(`withdraw ${requestId}`, () => api.call('withdrawPermitEnd', { requestId }))) onDone();
  };
  return (
    <section className="case-card permit-end">
      <p className="notice">{t('waits')}</p>
      <p>{words}</p>
      <ProblemNote problem={act.problem} />
      <Button busy={act.busy} onClick={() => void takeBack()}>
        {t('takeBack')}
      </Button>
    </section>
  );
}
