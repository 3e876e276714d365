/** Signs that mean the same in every language, drawn: not every machine has a font with them. */
const PATHS = {
  tick: 'M4 13 l5 6 L20 5',
  cross: 'M5 5 L19 19 M19 5 L5 19',
  warn: 'M12 3 L22 21 H2 Z M12 10 v5 m0 3 v0.5',
  dots: 'M5 12 h0.1 M12 12 h0.1 M19 12 h0.1',
  ring: 'M12 4 a8 8 0 1 0 0.1 0 Z',
  sound: 'M3 9 h4 l6 -5 v16 l-6 -5 h-4 Z M17 8 q3 4 0 8 M20 5 q5 7 0 14',
} as const;
export type SignName = keyof typeof PATHS;

export function Sign({ name }: { name: SignName }) {
  return (
    <svg className="sign" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
