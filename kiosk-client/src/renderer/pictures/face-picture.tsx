/** A head and shoulders in a frame, looking straight ahead. */
export function FacePicture() {
  return (
    <svg className="face" viewBox="0 0 300 320" role="img" aria-hidden="true">
      <rect className="frame" x={10} y={10} width={280} height={300} rx={16} />
      <path className="shoulders" d="M40 310 Q50 220 150 220 Q250 220 260 310 Z" />
      <ellipse className="head" cx={150} cy={135} rx={70} ry={88} />
      <circle cx={124} cy={125} r={7} />
      <circle cx={176} cy={125} r={7} />
      <path className="mouth" d="M125 178 Q150 192 175 178" />
    </svg>
  );
}
