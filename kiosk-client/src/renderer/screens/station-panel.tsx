import { useStation } from '../station-state.tsx';
import { useClerkText } from './clerk-language.tsx';

const HOUR_MS = 3_600_000;

/** The state of the station in words: network, copies, what waits, how long names can be read. */
export function StationPanel() {
  const { station, ask } = useStation();
  const text = useClerkText();
  if (!station) return null;
  const hours = Math.floor(station.leaseLeftMs / HOUR_MS);
  return (
    <div className="panel">
      <strong>{station.name || text('title')}</strong>
      <span className={station.online ? 'chip chip-good' : 'chip chip-warn'}>
        {station.online ? `● ${text('online')}` : `○ ${text('offline')}`}
      </span>
      {station.enrolled && (
        <>
          <span className={station.copies === 2 ? 'chip' : 'chip chip-warn'}>
            {station.copies === 2 ? text('twoCopies') : `⚠ ${text('oneCopy')}`}
          </span>
          <span className={hours > 0 ? 'chip' : 'chip chip-warn'}>
            {hours > 0 ? text('leaseLeft', { hours }) : `⚠ ${text('leaseEnded')}`}
          </span>
        </>
      )}
      {station.waitingPackets > 0 && (
        <span className="chip">{text('waitingPackets', { count: station.waitingPackets })}</span>
      )}
      {station.refusals > 0 && (
        <span className="chip chip-warn">⚠ {text('refusals', { count: station.refusals })}</span>
      )}
      {station.lostPackets.length > 0 && <span className="chip chip-bad">⛔ {text('lost')}</span>}
      {station.journal === 'damaged' && <span className="chip chip-warn">⚠ {text('damaged')}</span>}
      {station.operator && (
        <>
          <span className="operator">{station.operator.displayName}</span>
          <button onClick={() => void ask('signOut', {})}>{text('signOut')}</button>
        </>
      )}
    </div>
  );
}
