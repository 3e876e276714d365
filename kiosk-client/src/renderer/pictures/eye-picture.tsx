import type { MarkState } from './hand-picture.tsx';

/** Two eyes looking straight ahead; the person's right eye stands on the left, as in a mirror's picture. */
export function EyePicture({ right, left }: { right: MarkState; left: MarkState }) {
  return (
    <svg className="eyes" viewBox="0 0 440 200" role="img" aria-hidden="true">
      <Eye x={110} state={right} />
      <Eye x={330} state={left} />
    </svg>
  );
}

function Eye({ x, state }: { x: number; state: MarkState }) {
  return (
    <g className={`eye eye-${state}`} transform={`translate(${x} 100)`}>
      <path className="lid" d="M-90 0 Q0 -90 90 0 Q0 90 -90 0 Z" />
      <circle className="iris" r={40} />
      <circle className="pupil" r={17} />
      <circle className="glint" cx={-12} cy={-12} r={6} />
      {state === 'good' && <path className="mark" d="M-26 66 l14 14 l30 -34" />}
      {state === 'exception' && <path className="mark" d="M-18 56 l36 36 m0 -36 l-36 36" />}
    </g>
  );
}
