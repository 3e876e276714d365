import { useState } from 'react';
import { type BodyPosition, EXCEPTION_REASONS, type ExceptionReason } from '@permit/biometrics/codes.ts';
import { useStation } from '../station-state.tsx';
import { useClerkText } from './clerk-language.tsx';

/** A finger or eye that cannot be taken: proposed with its reason; an officer decides. */
export function ExceptionForm({
  captureId,
  positions,
}: {
  captureId: string;
  positions: readonly BodyPosition[];
}) {
  const { ask } = useStation();
  const text = useClerkText();
  const [position, setPosition] = useState<BodyPosition>(positions[0]!);
  const [reason, setReason] = useState<ExceptionReason>('missing');
  const chosen = positions.includes(position) ? position : positions[0]!;
  return (
    <details className="exception">
      <summary>{text('proposeException')}</summary>
      <div className="actions">
        <select value={chosen} onChange={(event) => setPosition(event.target.value as BodyPosition)}>
          {positions.map((one) => (
            <option key={one} value={one}>
              {text(one)}
            </option>
          ))}
        </select>
        <select value={reason} onChange={(event) => setReason(event.target.value as ExceptionReason)}>
          {EXCEPTION_REASONS.map((one) => (
            <option key={one} value={one}>
              {text(one)}
            </option>
          ))}
        </select>
        <button onClick={() => void ask('proposeException', { captureId, position: chosen, reason })}>
          {text('proposeException')}
        </button>
      </div>
    </details>
  );
}
