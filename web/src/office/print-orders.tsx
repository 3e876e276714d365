import { eventText } from '@permit/domain/texts/machine-state-texts.ts';
import { say } from '@permit/domain/texts/text.ts';
import { Button } from '@permit/ui/button.tsx';
import { Dialog } from '@permit/ui/dialog.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import type { Tone } from '@permit/ui/tone-shapes.ts';
import { Table } from '@permit/ui/table.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { cardDeskTexts } from '@permit/ui/texts/card-desk-texts.ts';
import { officeTexts } from '@permit/ui/texts/office-texts.ts';
import { useState, type ReactElement } from 'react';
import type { ApiClient, Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { hasRole } from '../app/roles-of.ts';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import {
  isSigned,
  NO_SECOND_PERSON,
  SecondPersonFields,
  type SecondPerson,
} from '../card-desk/second-person-fields.tsx';

type Order = Output<'listPrintOrders'>['printOrders'][number];
type Deed = 'found' | 'spoiled' | 'pass' | 'spoil' | 'putFirst' | 'cancelPrint' | 'reopenPrint';

/** Deeds that change which order comes next; only the supervisor does them. */
const STEERING: readonly Deed[] = ['putFirst', 'cancelPrint', 'reopenPrint'];
/** That a blank is spoiled which may have been printed is said by two. */
const BY_TWO: readonly Deed[] = ['spoiled', 'spoil'];

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
  queued: ['putFirst', 'cancelPrint'],
  rendered: ['putFirst', 'cancelPrint'],
  cancelled: ['reopenPrint'],
  unknown: ['found', 'spoiled'],
  printed: ['pass', 'spoil'],
};

/** The cards on their way; what nobody knows is settled by somebody who looked. */
export function PrintOrders(): ReactElement {
  const { api, language, who } = useApp();
  const t = useDeedTexts();
  const isHead = Boolean(who && hasRole(who, 'centre-supervisor'));
  const { value, problem, reload } = useLoad('print-orders', () => api.call('listPrintOrders', {}));
  const [doing, setDoing] = useState<{ order: Order; deed: Deed }>();
  const stateWord = (state: Order['state']): string => {
    const text = eventText('print-order', state);
    return text ? say(text, language) : state;
  };
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
            {
              head: t('state'),
              cell: ({ state }) => <StateBadge tone={TONES[state]} word={stateWord(state)} />,
            },
            { head: t('blank'), cell: ({ blankSerial }) => blankSerial ?? '—' },
            { head: t('since'), cell: ({ since }) => formatInstant(since, language) },
            {
              head: t('actions'),
              cell: (order) =>
                DEEDS[order.state]
                  ?.filter((deed) => isHead || !STEERING.includes(deed))
                  .map((deed) => (
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
  const t = useDeedTexts();
  const f = useTexts(frameTexts);
  const act = useAct();
  const [note, setNote] = useState('');
  const [second, setSecond] = useState(NO_SECOND_PERSON);
  const [asked, setAsked] = useState(false);
  const needsNote = !['pass', 'putFirst', 'reopenPrint'].includes(deed);
  const byTwo = BY_TWO.includes(deed);
  const lacks = needsNote && note.trim() === '';
  const confirm = async (): Promise<void> => {
    setAsked(true);
    if (lacks || (byTwo && !isSigned(second))) return;
    const given = { note, second, key: '' };
    const done = await act.run(`${deed} ${order.printOrderId}`, (key) =>
      send(api, order, deed, { ...given, key }),
    );
    if (done) onDone();
  };
  return (
    <Dialog title={`${order.permitNo}: ${t(deed)}`} onClose={onClose}>
      {(deed === 'spoil' || deed === 'spoiled') && <p className="notice">{t('spoilMeans')}</p>}
      <ProblemNote problem={act.problem} />
      {byTwo && <p className="quiet">{t('twoPersons')}</p>}
      {needsNote && (
        <TextField
          id="deed-note"
          label={t('note')}
          value={note}
          maxLength={500}
          error={asked && lacks ? t('writeSomething') : undefined}
          onValue={setNote}
        />
      )}
      {byTwo && <SecondPersonFields id="deed" value={second} asked={asked} onValue={setSecond} />}
      <div className="actions">
        <Button look="primary" busy={act.busy} onClick={() => void confirm()}>
          {t('confirm')}
        </Button>
        <Button onClick={onClose}>{f('cancel')}</Button>
      </div>
    </Dialog>
  );
}

interface Given {
  readonly note: string;
  readonly second: SecondPerson;
  readonly key: string;
}

function send(
  api: ApiClient,
  { printOrderId }: Order,
  deed: Deed,
  { note, second, key }: Given,
): Promise<Order> {
  switch (deed) {
    case 'pass':
      return api.call('passCard', { printOrderId });
    case 'spoil':
      return api.call('spoilCard', { printOrderId, reason: note, ...second });
    case 'found':
      return api.call('resolveUnknown', { printOrderId, found: 'printed', note });
    case 'spoiled':
      return api.call('resolveUnknown', { printOrderId, found: 'spoiled', note, ...second });
    case 'putFirst':
      return api.call('setPrintPriority', { printOrderId, priority: 9 });
    case 'cancelPrint':
      return api.call('cancelPrint', { printOrderId, reason: note });
    case 'reopenPrint':
      return api.call('reopenPrint', { printOrderId }, key);
  }
}

/** The words of the board and those of the card desk. */
function useDeedTexts() {
  const office = useTexts(officeTexts);
  const desk = useTexts(cardDeskTexts);
  return (
    key: keyof typeof officeTexts.texts | 'putFirst' | 'cancelPrint' | 'reopenPrint' | 'twoPersons',
  ): string =>
    key in officeTexts.texts
      ? office(key as keyof typeof officeTexts.texts)
      : desk(key as keyof typeof cardDeskTexts.texts);
}
