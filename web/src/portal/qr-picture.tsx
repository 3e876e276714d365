import { create } from 'qrcode';
import type { ReactElement } from 'react';

const QUIET_ZONE = 4;

/** A QR as one SVG path; dark on white whatever the theme, with the quiet zone of ISO/IEC 18004. */
export function QrPicture({ text, label }: { readonly text: string; readonly label: string }): ReactElement {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const dark = Array.from(data.keys())
    .filter((index) => data[index])
    .map((index) => `M${(index % size) + QUIET_ZONE} ${Math.floor(index / size) + QUIET_ZONE}h1v1h-1z`);
  const side = size + 2 * QUIET_ZONE;
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  );
}
