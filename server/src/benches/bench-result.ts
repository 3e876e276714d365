import { median } from './load/load.ts';

export interface Pair {
  readonly candidate: number;
  readonly control: number;
}

/** The figures that every bench prints; `ratio` is higher-is-better. */
export function benchResult(
  { name, unit, better }: { name: string; unit: string; better: 'higher' | 'lower' },
  pairs: readonly Pair[],
) {
  const ratioOf = ({ candidate, control }: Pair) =>
    better === 'higher' ? candidate / control : control / candidate;
  const candidate = median(pairs.map((pair) => pair.candidate));
  const control = median(pairs.map((pair) => pair.control));
  const worstPair = Math.min(...pairs.map(ratioOf));
  return { name, unit, candidate, control, ratio: ratioOf({ candidate, control }), worstPair, pairs };
}

/** What the bench is handed by `npm run bench` (tools/launch/measuring-services.ts). */
export interface Services {
  database(): Promise<string>;
  folder(): string;
  postgresTool(name: 'pgbench' | 'psql'): Promise<{ program: string; env: NodeJS.ProcessEnv }>;
  readonly args: readonly string[];
  say(sentence: string): void;
}

/** A whole number after `--name` on the command line. */
export function flagOf(services: Pick<Services, 'args'>, name: string, otherwise: number): number {
  const at = services.args.indexOf(`--${name}`);
  const value = at < 0 ? otherwise : Number(services.args[at + 1]);
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`--${name} wants a whole number`);
  return value;
}
