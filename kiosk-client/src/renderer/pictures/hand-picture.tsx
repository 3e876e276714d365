import type { FingerPosition } from '@permit/biometrics/codes.ts';

export type MarkState = 'asked' | 'good' | 'poor' | 'exception' | 'idle';

interface Finger {
  readonly name: 'thumb' | 'index' | 'middle' | 'ring' | 'little';
  readonly x: number;
  readonly y: number;
  readonly length: number;
  readonly turn: number;
}

// A right hand seen from above, thumb to the left; the left hand is its mirror.
const FINGERS: readonly Finger[] = [
  { name: 'thumb', x: 38, y: 168, length: 62, turn: -42 },
  { name: 'index', x: 70, y: 118, length: 84, turn: -8 },
  { name: 'middle', x: 100, y: 108, length: 94, turn: 0 },
  { name: 'ring', x: 130, y: 116, length: 86, turn: 7 },
  { name: 'little', x: 157, y: 136, length: 64, turn: 16 },
];

/** Both hands as a drawing; each finger is coloured and marked by its state (colour is never the only sign). */
export function HandPicture({ marks }: { marks: Readonly<Partial<Record<FingerPosition, MarkState>>> }) {
  return (
    <svg className="hands" viewBox="0 0 440 270" role="img" aria-hidden="true">
      <g transform="translate(200 0) scale(-1 1)">{hand('left', marks)}</g>
      <g transform="translate(240 0)">{hand('right', marks)}</g>
    </svg>
  );
}

function hand(side: 'left' | 'right', marks: Readonly<Partial<Record<FingerPosition, MarkState>>>) {
  const states = FINGERS.map(({ name }) => marks[`${side}-${name}`] ?? 'idle');
  const active = states.some((state) => state !== 'idle');
  return (
    <g className={active ? 'hand' : 'hand hand-resting'}>
      <path className="palm" d="M58 120 Q100 100 168 138 L160 220 Q150 262 105 262 Q70 262 58 222 Z" />
      {FINGERS.map(({ name, x, y, length, turn }, index) => (
        <g key={name} transform={`rotate(${turn} ${x} ${y})`} className={`finger finger-${states[index]}`}>
          <rect x={x - 13} y={y - length} width={26} height={length + 26} rx={13} />
          <Mark state={states[index]!} x={x} y={y - length + 16} />
        </g>
      ))}
    </g>
  );
}

function Mark({ state, x, y }: { state: MarkState; x: number; y: number }) {
  if (state === 'good') return <path className="mark" d={`M${x - 7} ${y} l5 6 l9 -12`} />;
  if (state === 'poor') return <path className="mark" d={`M${x} ${y - 7} v8 m0 5 v1`} />;
  if (state === 'exception') return <path className="mark" d={`M${x - 6} ${y - 6} l12 12 m0 -12 l-12 12`} />;
  if (state === 'asked') return <circle className="mark" cx={x} cy={y} r={6} />;
  return null;
}
