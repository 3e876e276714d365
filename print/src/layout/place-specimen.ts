import type { Box } from './card-template.ts';
import type { MeasureText } from './fit-text.ts';
import type { Placed } from './placed.ts';

const WORDS = ['ตัวอย่าง', 'SPECIMEN'];
const SIZE = 24;
const TURN = 16;
const OPACITY = 0.17;

/** Both words across the side, faint enough to read the print above them and too large to overlook. */
export function placeSpecimen(
  { box, colour, size = SIZE }: { readonly box: Box; readonly colour: string; readonly size?: number },
  measure: MeasureText,
): readonly Placed[] {
  return WORDS.map((text, row): Placed => {
    const width = measure(text, 'bold').width * size;
    const rise = Math.sin((TURN * Math.PI) / 180) * width;
    const middle = box.y + (box.height * (row + 1)) / (WORDS.length + 1);
    const x = box.x + (box.width - width) / 2;
    const y = middle + rise / 2 + 2;
    return { kind: 'line', text, x, y, size, weight: 'bold', colour, opacity: OPACITY, turn: TURN };
  });
}
