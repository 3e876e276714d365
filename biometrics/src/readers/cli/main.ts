import { parseArgs } from 'node:util';
import { CAPTURE_TARGETS, positionsOf } from '../capture-target.ts';
import { READER_ADVICE } from '../reader-advice.ts';
import { printReaderBenches } from '../reader-benches.ts';
import { asReaderError, type ReaderError } from '../reader-error.ts';
import type { ReaderRegistry } from '../reader-registry.ts';
import type { CaptureTarget } from '../reader.ts';
import { selfTest } from '../self-test.ts';
import { systemReaderTime as time } from '../system-reader-time.ts';
import { drawSheets } from './contact-sheet.ts';
import { drawPerson } from './draw-person.ts';
import { openDoors } from './open-doors.ts';
import { severityCurves } from './severity-curves.ts';
import { saveFrames } from './save-frames.ts';

const USAGE = `npm run readers -- list | test | capture | simulate | bench
  list                     every device behind every door, and why others are not used
  test                     self-test of all devices; exit 1 when one fails
  capture --target T       right-index, two-thumbs, right-four, both-irises, face… [--out DIR] [--missing A,B]
                           [--reader ID] [--timeout MS] [--quality N]
  simulate person          pictures of somebody who does not exist [--seed S] [--out DIR] [--severity 0-1] [--takes N]
  simulate sheet           40 prints and 20 eyes at rising severity [--out DIR] [--real-fingers DIR] [--real-eyes DIR]
  simulate curves          how the engine sees synthetic people over severity (never an accuracy) [--people N]
  simulate sbi             a finger, an iris and a face device as SBI services [--port N] [--seed S] [--delay MS] [--root FILE]
  bench                    the speeds, as one JSON line
doors: HID and SBI always; --from DIR (files), --synthetic SEED; --roots FILE (PEM), --ports A-B`;

const OPTIONS = {
  roots: { type: 'string' },
  ports: { type: 'string' },
  from: { type: 'string' },
  synthetic: { type: 'string' },
  target: { type: 'string' },
  reader: { type: 'string' },
  missing: { type: 'string', default: '' },
  timeout: { type: 'string', default: '15000' },
  quality: { type: 'string', default: '60' },
  out: { type: 'string', default: 'artifacts/readers' },
  seed: { type: 'string', default: 'somebody' },
  severity: { type: 'string', default: '0.25' },
  takes: { type: 'string', default: '1' },
  people: { type: 'string', default: '6' },
  'real-fingers': { type: 'string' },
  'real-eyes': { type: 'string' },
  port: { type: 'string' },
  delay: { type: 'string' },
  root: { type: 'string' },
} as const;

type Flags = ReturnType<typeof parse>['values'];

function parse(args: string[]) {
  return parseArgs({ args, options: OPTIONS, allowPositionals: true });
}

const print = (value: unknown): void => console.log(JSON.stringify(value));
const report = (what: string, { problem, detail }: ReaderError): void =>
  console.error(`${what}: ${problem}: ${detail}`);

async function withDoors(flags: Flags, work: (registry: ReaderRegistry) => Promise<number>): Promise<number> {
  const registry = await openDoors(flags, time, report);
  try {
    return await work(registry);
  } finally {
    await registry.close();
  }
}

async function list(registry: ReaderRegistry): Promise<number> {
  const found = await registry.discover();
  found.forEach(print);
  console.error(`${found.length} device(s)`);
  return 0;
}

async function test(registry: ReaderRegistry): Promise<number> {
  const rows = await selfTest(registry, time);
  rows.forEach(print);
  return rows.every((row) => row.ok) ? 0 : 1;
}

async function capture(registry: ReaderRegistry, flags: Flags): Promise<number> {
  const target = CAPTURE_TARGETS.find((name) => name === flags.target);
  if (target === undefined) throw new RangeError(`--target is one of ${CAPTURE_TARGETS.join(' ')}`);
  const found = await registry.discover();
  const wanted = found.find(
    (one) => (flags.reader === undefined || one.id === flags.reader) && one.targets.includes(target),
  );
  if (wanted === undefined) throw new RangeError(`no device for ${target}; see \`list\``);
  const reader = await registry.open(wanted.id);
  try {
    const frames = await reader.capture(orderOf(target, flags));
    const saved = await saveFrames(flags.out, frames);
    frames.forEach(({ position, image, sequence, deviceQuality, simulated }, i) =>
      print({
        position,
        size: `${image.width}x${image.height}`,
        ppi: image.ppi,
        sequence,
        deviceQuality,
        simulated,
        file: saved[i],
      }),
    );
    return 0;
  } finally {
    await reader.close();
  }
}

function orderOf(target: CaptureTarget, flags: Flags) {
  const missing = positionsOf(target).filter((position) => flags.missing.split(',').includes(position));
  const nonce = `bench-${time.now()}-order`;
  return {
    target,
    missing,
    nonce,
    timeoutMs: Number(flags.timeout),
    requestedQuality: Number(flags.quality),
  };
}

async function simulate(what: string | undefined, flags: Flags): Promise<number | undefined> {
  if (what === 'person') {
    const order = {
      seed: flags.seed,
      folder: flags.out,
      severity: Number(flags.severity),
      takes: Number(flags.takes),
    };
    print({ ...order, files: await drawPerson(order) });
    return 0;
  }
  if (what === 'sheet') {
    const real = { realFingers: flags['real-fingers'], realEyes: flags['real-eyes'] };
    print({ files: await drawSheets({ folder: flags.out, seed: flags.seed, ...real }) });
    return 0;
  }
  if (what === 'curves') {
    for (const point of severityCurves(flags.seed, Number(flags.people))) print(point);
    return 0;
  }
  if (what !== 'sbi') throw new RangeError('simulate what? person, sheet, curves or sbi');
  const { runSbiSimulator } = await import('../sbi/simulator/run-sbi-simulator.ts');
  await runSbiSimulator(flags);
  return undefined;
}

async function run(): Promise<number | undefined> {
  const { values: flags, positionals } = parse(process.argv.slice(2));
  const [command, what] = positionals;
  if (command === 'list') return await withDoors(flags, list);
  if (command === 'test') return await withDoors(flags, test);
  if (command === 'capture') return await withDoors(flags, (registry) => capture(registry, flags));
  if (command === 'simulate') return await simulate(what, flags);
  if (command === 'bench') return await printReaderBenches(time, print);
  console.error(USAGE);
  return 2;
}

try {
  // Undefined: a simulator goes on until Ctrl-C.
  const code = await run();
  if (code !== undefined) process.exitCode = code;
} catch (error) {
  const wrongUse =
    error instanceof RangeError || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  if (wrongUse === true) console.error(`${(error as Error).message}\n\n${USAGE}`);
  else {
    const { problem, detail } = asReaderError(error);
    console.error(`${problem}: ${detail}\n${READER_ADVICE[problem].en}`);
  }
  process.exitCode = wrongUse === true ? 2 : 1;
}
