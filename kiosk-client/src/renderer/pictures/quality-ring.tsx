const RADIUS = 46;
const ROUND = 2 * Math.PI * RADIUS;

/** A ring that fills with quality, with the number in it: never colour alone. */
export function QualityRing({ percent }: { percent: number }) {
  const level = percent >= 40 ? 'good' : 'poor';
  return (
    <svg className={`ring ring-${level}`} viewBox="0 0 120 120" role="img" aria-label={`${percent} / 100`}>
      <circle className="ring-track" cx={60} cy={60} r={RADIUS} />
      <circle
        className="ring-fill"
        cx={60}
        cy={60}
        r={RADIUS}
        strokeDasharray={`${(ROUND * percent) / 100} ${ROUND}`}
        transform="rotate(-90 60 60)"
      />
      <text x={60} y={72}>
        {percent}
      </text>
    </svg>
  );
}
