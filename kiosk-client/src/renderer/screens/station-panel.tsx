import { Sign } from '../pictures/sign.tsx';
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
        <Sign name={station.online ? 'tick' : 'ring'} /> {text(station.online ? 'online' : 'offline')}
      </span>
      {station.enrolled && (
        <>
          <span className={station.copies === 2 ? 'chip' : 'chip chip-warn'}>
            {station.copies === 1 && <Sign name="warn" />}{' '}
            {text(station.copies === 2 ? 'twoCopies' : 'oneCopy')}
          </span>
          <span className={hours > 0 ? 'chip' : 'chip chip-warn'}>
            {hours <= 0 && <Sign name="warn" />}{' '}
            {hours > 0 ? text('leaseLeft', { hours }) : text('leaseEnded')}
          </span>
        </>
      )}
      {station.waitingPackets > 0 && (
        <span className="chip">{text('waitingPackets', { count: station.waitingPackets })}</span>
      )}
      {station.waitingCommands > 0 && (
        <span className="chip">{text('waitingCommands', { count: station.waitingCommands })}</span>
      )}
      {station.refusals > 0 && (
        <span className="chip chip-warn">
          <Sign name="warn" /> {text('refusals', { count: station.refusals })}
        </span>
      )}
      {station.lostPackets.length > 0 && (
        <span className="chip chip-bad">
          <Sign name="cross" /> {text('lost')}
        </span>
      )}
      {station.journal === 'damaged' && (
        <span className="chip chip-warn">
          <Sign name="warn" /> {text('damaged')}
        </span>
      )}
      {station.operator && (
        <>
          <span className="operator">{station.operator.displayName}</span>
          <button onClick={() => void ask('signOut', {})}>{text('signOut')}</button>
        </>
      )}
    </div>
  );
}
