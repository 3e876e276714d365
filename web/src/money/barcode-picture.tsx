import { code128 } from '@permit/domain/cards/code-128.ts';
import type { ReactElement } from 'react';
import './barcode.css';

const QUIET_ZONE = 10;
const HEIGHT = 70;

/** A Code 128 as one SVG path; dark on white whatever the theme, with its quiet zones. */
export function BarcodePicture({
  text,
  label,
}: {
  readonly text: string;
  readonly label: string;
}): ReactElement {
  let at = QUIET_ZONE;
  const bars = code128(text).map((width, index) => {
    const bar = index % 2 === 0 ? `M${at} 0h${width}v${HEIGHT}h-${width}z` : '';
    at += width;
    return bar;
  });
  const side = at + QUIET_ZONE;
  return (
    <div className="barcode-scroll" tabIndex={0} role="region" aria-label={label}>
      <svg
        className="barcode"
        viewBox={`0 0 ${side} ${HEIGHT}`}
        role="img"
        aria-label={label}
        shapeRendering="crispEdges"
      >
        <rect width={side} height={HEIGHT} fill="#fff" />
        <path d={bars.join('')} fill="#000" />
      </svg>
    </div>
  );
}
