import { Button } from '@permit/ui/button.tsx';
import { Dialog } from '@permit/ui/dialog.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import type { Tone } from '@permit/ui/tone-shapes.ts';
import { Table } from '@permit/ui/table.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { officeTexts } from '@permit/ui/texts/office-texts.ts';
import { useState, type ReactElement } from 'react';
import type { ApiClient, Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';

type Order = Output<'listPrintOrders'>['printOrders'][number];
type Deed = 'found' | 'spoiled' | 'pass' | 'spoil';

const TONES: Readonly<Record<Order['state'], Tone>> = {
  queued: 'wait',
  rendered: 'wait',
  reserved: 'wait',
  sending: 'wait',
  unknown: 'bad',
  printed: 'warn',
  passed: 'good',
  spoiled: 'quiet',
  cancelled: 'quiet',
};

/** What a person may do with an order in a state: look at the hopper, or at the card. */
const DEEDS: Partial<Record<Order['state'], readonly Deed[]>> = {
  unknown: ['found', 'spoiled'],
  printed: ['pass', 'spoil'],
  passed: ['spoil'],
};

/** The cards on their way; what nobody knows is settled by somebody who looked. */
export function PrintOrders(): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(officeTexts);
  const { value, problem, reload } = useLoad('print-orders', () => api.call('listPrintOrders', {}));
  const [doing, setDoing] = useState<{ order: Order; deed: Deed }>();
  return (
    <section>
      <h2>{t('printOrders')}</h2>
      <ProblemNote problem={problem} onRetry={reload} />
      {value?.printOrders.length === 0 && <EmptyState text={t('nothingWaits')} />}
      {value && value.printOrders.length > 0 && (
        <Table
          caption={t('printOrders')}
          rows={value.printOrders}
          keyOf={({ printOrderId }) => printOrderId}
          columns={[
            { head: t('number'), cell: ({ permitNo }) => permitNo },
            { head: t('state'), cell: ({ state }) => <StateBadge tone={TONES[state]} word={state} /> },
            { head: t('blank'), cell: ({ blankSerial }) => blankSerial ?? '—' },
            { head: t('since'), cell: ({ since }) => formatInstant(since, language) },
            {
              head: t('actions'),
              cell: (order) =>
                DEEDS[order.state]?.map((deed) => (
                  <Button key={deed} onClick={() => setDoing({ order, deed })}>
                    {t(deed)}
                  </Button>
                )),
            },
          ]}
        />
      )}
      {doing && (
        <DeedDialog
          {...doing}
          onClose={() => setDoing(undefined)}
          onDone={() => {
            setDoing(undefined);
            reload();
          }}
        />
      )}
    </section>
  );
}

function DeedDialog(props: {
  readonly order: Order;
  readonly deed: Deed;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactElement {
  const { order, deed, onClose, onDone } = props;
  const { api } = useApp();
  const t = useTexts(officeTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const lacks = deed !== 'pass' && note.trim() === '';
  const confirm = async (): Promise<void> => {
    setAsked(true);
    if (lacks) return;
    if (await act.run(`${deed} ${order.printOrderId}`, () => send(api, order, deed, note))) onDone();
  };
  return (
    <Dialog title={`${order.permitNo}: ${t(deed)}`} onClose={onClose}>
      {(deed === 'spoil' || deed === 'spoiled') && <p className="notice">{t('spoilMeans')}</p>}
      <ProblemNote problem={act.problem} />
      {deed !== 'pass' && (
        <TextField
          id="deed-note"
          label={t('note')}
          value={note}
          maxLength={500}
          error={asked && lacks ? t('writeSomething') : undefined}
          onValue={setNote}
        />
      )}
      <div className="actions">
        <Button look="primary" busy={act.busy} onClick={() => void confirm()}>
          {t('confirm')}
        </Button>
        <Button onClick={onClose}>{f('cancel')}</Button>
      </div>
    </Dialog>
  );
}

function send(api: ApiClient, { printOrderId }: Order, deed: Deed, note: string): Promise<Order> {
  if (deed === 'pass') return api.call('passCard', { printOrderId });
  if (deed === 'spoil') return api.call('spoilCard', { printOrderId, reason: note });
  return api.call('resolveUnknown', { printOrderId, found: deed === 'found' ? 'printed' : 'spoiled', note });
}
