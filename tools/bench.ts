// `npm run bench -- NAME [flags of the bench]` · `npm run bench -- --list`; last line of standard output: JSON.
import { fileURLToPath } from 'node:url';
import { measuringServices, type MeasuringServices } from './launch/measuring-services.ts';
import { loadRegistered } from './launch/registry.ts';
import { runMain, say, secondsSince } from './launch/say.mjs';

/** `ratio` is always "higher is better": candidate ÷ control for rates, control ÷ candidate for times. */
interface BenchResult {
  readonly name: string;
  readonly unit: string;
  readonly candidate: number;
  readonly control: number;
  readonly ratio: number;
  readonly worstPair: number;
  readonly pairs: readonly unknown[];
}
type Bench = (context: BenchContext) => Promise<BenchResult>;
interface BenchContext extends MeasuringServices {
  readonly args: readonly string[];
  /** Progress for people. */
  say(sentence: string): void;
}

/** Where packages keep theirs; each file exports `benches: Record<string, Bench>`. */
const PLACES = [
  'biometrics/src/iris/iris-benches.ts',
  'biometrics/src/fingerprint/finger-benches.ts',
  'print/src/render/card-render-bench.ts',
  'domain/src/benches',
  'server/src/benches',
  'print/src/benches',
  'kiosk-client/src/benches',
  'tests/bench',
];
const projectRoot = fileURLToPath(new URL('..', import.meta.url));

await runMain(async () => {
  const [name, ...args] = process.argv.slice(2);
  const { found, faults } = await loadRegistered<Bench>(projectRoot, PLACES, 'benches');
  for (const fault of faults) say('bench', fault);
  if (name === '--list') {
    for (const bench of found) console.log(bench.name);
    return faults.length === 0 ? 0 : 1;
  }
  const bench = found.find((one) => one.name === name);
  if (!bench) {
    say('bench', `${name ?? 'no name'} is not known: npm run bench -- --list lists ${found.length} names`);
    return 2;
  }
  const startedAt = performance.now();
  const services = measuringServices(projectRoot);
  try {
    const result = await bench.run({ ...services, args, say: (sentence) => say('bench', sentence) });
    say('bench', `${bench.name}: ratio ${result.ratio.toFixed(3)} in ${secondsSince(startedAt)}`);
    console.log(JSON.stringify(result));
    return 0;
  } finally {
    await services.stop();
  }
});
