/** How a state is meant; each has a colour and a shape of its own, and never stands without its word. */
export type Tone = 'good' | 'warn' | 'bad' | 'wait' | 'quiet';

/** Shapes in a box of 16: tick in a circle, triangle, cross in an octagon, hourglass, dash in a square. */
export const TONE_SHAPES: Readonly<Record<Tone, string>> = {
  good: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm-1 10L3.5 7.8l1.2-1.3L7 8.6l4.3-4.3 1.2 1.3Z',
  warn: 'M8 1 15.5 15H.5ZM7.2 6v4.5h1.6V6Zm0 5.7v1.6h1.6v-1.6Z',
  bad: 'M5 1h6l4 4v6l-4 4H5l-4-4V5Zm.5 3.2L4.2 5.5 6.7 8l-2.5 2.5 1.3 1.3L8 9.3l2.5 2.5 1.3-1.3L9.3 8l2.5-2.5-1.3-1.3L8 6.7Z',
  wait: 'M3 1h10v2L9 8l4 5v2H3v-2l4-5-4-5Zm3 2.5h4L8 6Z',
  quiet: 'M2 2h12v12H2Zm2 5v2h8V7Z',
};
