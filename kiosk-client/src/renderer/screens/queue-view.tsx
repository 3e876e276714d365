import { useEffect, useState } from 'react';
import type { CommandOutput } from '../../kiosk-api.ts';
import { Sign } from '../pictures/sign.tsx';
import { useStation } from '../station-state.tsx';
import { useClerkText } from './clerk-language.tsx';

const SIGNS = { waiting: 'dots', receipted: 'tick', refused: 'warn' } as const;

/** What was sealed here and how far it has come; refusals stay until somebody has seen them. */
export function QueueView() {
  const { ask, changes, station } = useStation();
  const text = useClerkText();
  const [queue, setQueue] = useState<CommandOutput<'listQueue'>>();
  useEffect(() => {
    void ask('listQueue', {}).then((answer) => answer && setQueue(answer));
  }, [ask, changes, station?.waitingPackets]);
  return (
    <>
      <h2>{text('queue')}</h2>
      <button onClick={() => void ask('syncNow', {})}>{text('sendNow')}</button>
      {queue?.packets.length === 0 && <p>{text('nothingSealed')}</p>}
      <ul className="rows">
        {queue?.refusedCommands.map(({ commandId, name, reason }) => (
          <li key={commandId} className="row row-refused">
            <Sign name="warn" /> {name}: {reason}
            <button onClick={() => void ask('acknowledgeRefusal', { commandId })}>
              {text('acknowledge')}
            </button>
          </li>
        ))}
        {queue?.packets.map(({ counter, state, bytes, reason }) => (
          <li key={counter} className={`row row-${state}`}>
            <span className="ticket">{counter}</span>
            <span>
              <Sign name={SIGNS[state]} /> {text(state)} {reason}
            </span>
            <small>{Math.ceil(bytes / 1024)} kB</small>
          </li>
        ))}
      </ul>
      <ExtendLease />
    </>
  );
}

const REASONS = ['no-network', 'server-down', 'disaster', 'other'] as const;

function ExtendLease() {
  const { ask } = useStation();
  const text = useClerkText();
  const [reason, setReason] = useState<(typeof REASONS)[number]>('no-network');
  const [code, setCode] = useState('');
  return (
    <details>
      <summary>{text('extend')}</summary>
      <div className="actions">
        <select
          aria-label={text('extend')}
          value={reason}
          onChange={(event) => setReason(event.target.value as (typeof REASONS)[number])}
        >
          {REASONS.map((one) => (
            <option key={one} value={one}>
              {text(one)}
            </option>
          ))}
        </select>
        <label>
          {text('phoneCode')}
          <input
            value={code}
            inputMode="numeric"
            maxLength={14}
            onChange={(event) => setCode(event.target.value)}
          />
        </label>
        <button onClick={() => void ask('extendLease', { reason, code })}>{text('extendButton')}</button>
      </div>
    </details>
  );
}
