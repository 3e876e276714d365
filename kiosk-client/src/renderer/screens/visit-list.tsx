import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { VisitView } from '../../kiosk-views.ts';
import { useStation } from '../station-state.tsx';
import { readScanned } from './scanned-text.ts';
import { useClerkText } from './clerk-language.tsx';

const PAPERS = ['passport', 'certificate-of-identity', 'border-pass', 'pink-card', 'other'] as const;

const REFRESH_MS = 15_000;

/** Today's tickets; each row offers the one next right thing. */
export function VisitList({ onHandOver }: { onHandOver: (visitId: string) => void }) {
  const { ask } = useStation();
  const text = useClerkText();
  const [visits, setVisits] = useState<readonly VisitView[]>();
  const [found, setFound] = useState<string>();
  const load = useCallback(async () => {
    const answer = await ask('listVisits', {});
    if (answer) setVisits(answer.visits);
  }, [ask]);
  useEffect(() => void load(), [load]);
  // Others change the day as well. The list fetched tells of its own change, so a timer asks, not the event.
  useEffect(() => {
    const timer = setInterval(() => void load(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [load]);
  return (
    <>
      <h1>{text('tickets')}</h1>
      <TicketForms onDone={load} onFound={setFound} />
      {!visits && <div className="skeleton" aria-busy="true" />}
      {visits?.length === 0 && <p>{text('noTickets')}</p>}
      <ul className="rows">
        {visits?.map((visit) => (
          <VisitRow
            key={visit.visitId}
            found={visit.visitId === found}
            visit={visit}
            onDone={load}
            onHandOver={onHandOver}
          />
        ))}
      </ul>
    </>
  );
}

function TicketForms({
  onDone,
  onFound,
}: {
  onDone: () => Promise<void>;
  onFound: (visitId: string) => void;
}) {
  const { ask } = useStation();
  const text = useClerkText();
  const [counter, setCounter] = useState('1');
  const takeTicket = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const input = event.currentTarget.elements.namedItem('applicationNo') as HTMLInputElement;
    const purpose = form.get('purpose') === 'collect' ? 'collect' : 'capture';
    const typed = input.value.trim();
    const scanned = readScanned(typed);
    input.value = '';
    const served =
      scanned.kind === 'code'
        ? await ask('findVisit', { qr: scanned.qr })
        : await ask('takeTicket', { applicationNo: typed, purpose });
    if (!served) return;
    await onDone();
    onFound(served.visitId);
  };
  const callNext = async () => {
    if (await ask('callNext', { counter })) await onDone();
  };
  return (
    <div className="ticket-forms">
      <form onSubmit={(event) => void takeTicket(event)}>
        <label>
          {text('applicationNo')}
          <input
            name="applicationNo"
            required
            maxLength={4000}
            autoComplete="off"
            spellCheck={false}
            autoFocus
          />
        </label>
        <select name="purpose" aria-label={text('tickets')}>
          <option value="capture">{text('forCapture')}</option>
          <option value="collect">{text('forCollection')}</option>
        </select>
        <button className="primary">{text('takeTicket')}</button>
      </form>
      <div className="call-next">
        <label>
          {text('counter')}
          <input value={counter} maxLength={10} onChange={(event) => setCounter(event.target.value)} />
        </label>
        <button onClick={() => void callNext()}>{text('callNext')}</button>
      </div>
    </div>
  );
}

interface RowProps {
  readonly visit: VisitView;
  /** Whose code was scanned: the row is marked and its button has the focus. */
  readonly found: boolean;
  readonly onDone: () => Promise<void>;
  readonly onHandOver: (visitId: string) => void;
}

function VisitRow({ visit, found, onDone, onHandOver }: RowProps) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (found) row.current?.querySelector<HTMLElement>('button')?.focus();
  }, [found]);
  const text = useClerkText();
  const { visitId, ticketNo, workerName, applicationNo, nationality, birthYear, state } = visit;
  return (
    <li className={found ? 'row row-found' : 'row'} ref={row}>
      <span className="ticket">{ticketNo}</span>
      <span className="who">
        <strong>{workerName}</strong>
        <small>
          {[applicationNo, nationality, birthYear].filter((part) => part !== undefined).join(' · ')}
        </small>
      </span>
      <RowActions visit={visit} onDone={onDone} onHandOver={() => onHandOver(visitId)} />
      <span className="chip">{text(state)}</span>
    </li>
  );
}

function RowActions({
  visit,
  onDone,
  onHandOver,
}: {
  visit: VisitView;
  onDone: () => Promise<void>;
  onHandOver: () => void;
}) {
  const { ask } = useStation();
  const text = useClerkText();
  const [paper, setPaper] = useState<(typeof PAPERS)[number]>('passport');
  const { visitId, state, purpose } = visit;
  if (state === 'ticketed' || state === 'booked') {
    const checkIn = async () => {
      if (await ask('checkIn', { visitId, paperSeen: paper })) await onDone();
    };
    return (
      <span className="row-actions">
        <select
          aria-label={text('paperSeen')}
          value={paper}
          onChange={(event) => setPaper(event.target.value as (typeof PAPERS)[number])}
        >
          {PAPERS.map((one) => (
            <option key={one} value={one}>
              {text(one)}
            </option>
          ))}
        </select>
        <button className="primary" onClick={() => void checkIn()}>
          {text('checkIn')}
        </button>
      </span>
    );
  }
  const capturing = purpose === 'capture' && state === 'checked-in' && !visit.sealedHere;
  return (
    <span className="row-actions">
      {capturing && (
        <button className="primary" onClick={() => void ask('openCapture', { visitId })}>
          {text('openCapture')}
        </button>
      )}
      {!capturing && <button onClick={onHandOver}>{text('handOver')}</button>}
    </span>
  );
}
