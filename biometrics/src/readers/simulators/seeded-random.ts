/** A stream of numbers that a text decides; equal texts give equal streams on every machine. */
export interface SeededRandom {
  /** Uniform in [0, 1). */
  next(): number;
  between(low: number, high: number): number;
  /** Whole number in [0, count). */
  index(count: number): number;
  /** Normal with mean 0 and deviation 1. */
  normal(): number;
}

/** Streams of different parts are independent: `seededRandom(seed, 'right-thumb', 'ridges')`. */
export function seededRandom(...parts: readonly (string | number)[]): SeededRandom {
  const state = scramble(parts.join('\u0000'));
  const next = (): number => nextUniform(state);
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    index: (count) => Math.floor(next() * count),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** FNV-1a over the text, four times with different offsets, gives the 128 bits of state. */
function scramble(text: string): Uint32Array {
  const state = new Uint32Array(4);
  for (let word = 0; word < 4; word++) {
    let hash = (0x811c9dc5 ^ Math.imul(word, 0x9e3779b1)) >>> 0;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
    state[word] = hash;
  }
  for (let i = 0; i < 12; i++) nextUniform(state);
  return state;
}

/** sfc32 (Doty-Humphrey, PractRand): 128 bits of state, 32 bits a step. */
function nextUniform(s: Uint32Array): number {
  const mixed = (s[0]! + s[1]! + s[3]!) >>> 0;
  s[3] = s[3]! + 1;
  s[0] = s[1]! ^ (s[1]! >>> 9);
  s[1] = s[2]! + (s[2]! << 3);
  s[2] = ((s[2]! << 21) | (s[2]! >>> 11)) + mixed;
  return mixed / 4294967296;
}
