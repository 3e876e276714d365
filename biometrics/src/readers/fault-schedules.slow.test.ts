import { describe, expect, test } from '@jest/globals';
import { READER_PROBLEMS, type BodyPosition } from '../codes.ts';
import type { GrayImage } from '../images/gray-image.ts';
import { samplePicture } from '../images/sample-picture.ts';
import { FINGER_TARGETS, otherSide, positionsOf } from './capture-target.ts';
import { guardReader, type ReaderCore } from './guard-reader.ts';
import { fingerDevice } from './hid/device-side/device-models.ts';
import { deviceTransport, type WireFault } from './hid/device-side/device-transport.ts';
import { createHidAdapter } from './hid/hid-reader.ts';
import { ReaderError } from './reader-error.ts';
import type { CapturedFrame, CaptureSpec, ReaderInfo } from './reader.ts';
import { seededRandom, type SeededRandom } from './simulators/seeded-random.ts';
import type { SyntheticPerson } from './simulators/synthetic-person.ts';
import { virtualTime, type VirtualTime } from './virtual-time.ts';

/** 1,000 schedules in all; a failure names its seed, and the seed alone repeats it. */
const WIRE_SCHEDULES = 700;
const LIAR_SCHEDULES = 300;
const TIMEOUT_MS = 4_000;
/** Order, grace and the second of silence that is needed to notice an unplugged device. */
const LONGEST_MS = TIMEOUT_MS + 1_500;

/** Each finger's picture has a width of its own, so that a wrong label shows. */
const widthOf = (position: BodyPosition): number => 40 + 2 * FINGER_TARGETS.indexOf(position);
const pictures = new Map(
  FINGER_TARGETS.flatMap((target) => positionsOf(target)).map((position) => [
    position,
    samplePicture(widthOf(position), 40, 500),
  ]),
);
const pictureOf = (position: BodyPosition): GrayImage => pictures.get(position)!;
const person: SyntheticPerson = {
  seed: 'faults',
  finger: pictureOf,
  eye: pictureOf,
  face: () => Promise.reject(new Error('not here')),
};

function orderOf(random: SeededRandom): CaptureSpec {
  const target = FINGER_TARGETS[random.index(FINGER_TARGETS.length)]!;
  const positions = positionsOf(target);
  const missing =
    positions.length > 1 && random.next() < 0.4 ? [positions[random.index(positions.length)]!] : [];
  return { target, missing, timeoutMs: TIMEOUT_MS, nonce: `fault-schedule-${random.index(1e6)}` };
}

/** Frames that are passed on are whole and rightly labelled; otherwise the problem is a known one; and it ends in time. */
async function judge(
  spec: CaptureSpec,
  time: VirtualTime,
  work: () => Promise<readonly CapturedFrame[]>,
): Promise<string> {
  const started = time.now();
  try {
    const frames = await time.settle(work());
    expect(frames.map((frame) => frame.position)).toEqual(positionsOf(spec.target, spec.missing));
    for (const { position, image } of frames) {
      const { width, height, pixels } = pictureOf(position);
      expect([image.width, image.height]).toEqual([width, height]);
      expect(Buffer.compare(image.pixels, pixels)).toBe(0);
    }
    return 'captured';
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    expect(READER_PROBLEMS).toContain(error.problem);
    return error.problem;
  } finally {
    expect(time.now() - started).toBeLessThanOrEqual(LONGEST_MS);
  }
}

/** Loses, doubles, spoils, cuts, replaces or delays reports, pulls the plug, floods; more or less often. */
function wireFault(random: SeededRandom): WireFault {
  const often = [0, 0.002, 0.01, 0.05, 0.3][random.index(5)]!;
  const held: Uint8Array[] = [];
  const spoil = (report: Uint8Array): Uint8Array => {
    const at = random.index(report.length);
    return report.map((byte, i) => (i === at ? byte ^ (1 << random.index(8)) : byte));
  };
  return (report) => {
    if (random.next() >= often) return [report, ...held.splice(0)];
    switch (random.index(9)) {
      case 0:
        return [];
      case 1:
        return [report, report];
      case 2:
        return [spoil(report)];
      case 3:
        return [report.subarray(0, random.index(report.length))];
      case 4:
        return [Uint8Array.from(report, () => random.index(256))];
      case 5:
        held.push(report);
        return [];
      case 6:
        return random.next() < 0.2 ? 'unplug' : [report];
      case 7:
        return Array.from({ length: random.next() < 0.1 ? 900 : 3 }, () => report);
      default:
        return [spoil(spoil(report))];
    }
  };
}

describe('a faulty wire', () => {
  test(`${WIRE_SCHEDULES} schedules: no hang, no wrong label, no half picture`, async () => {
    const outcomes = new Map<string, number>();
    for (let seed = 0; seed < WIRE_SCHEDULES; seed++) {
      const random = seededRandom('wire', seed);
      const time = virtualTime();
      let faulty = true;
      const fault = wireFault(random);
      const payload = random.next() < 0.7 ? 63 : 1023;
      const device = fingerDevice('a', { time, person, measureMs: 300 * random.index(4), payload });
      let plugged = true;
      const transport = deviceTransport([device], (report) => {
        const passed = faulty ? fault(report) : [report];
        plugged &&= passed !== 'unplug';
        return passed;
      });
      const adapter = createHidAdapter({
        mode: 'demo',
        time,
        transport,
        pinnedKeys: new Map(),
        simulated: true,
      });
      const spec = orderOf(random);
      const outcome = await judge(spec, time, async () => {
        const reader = await adapter.open('hid:a');
        return await reader.capture(spec).finally(() => reader.close());
      }).catch((error: unknown) => Promise.reject(new Error(`seed ${seed}`, { cause: error })));
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      faulty = false;
      if (plugged) {
        // The wire is whole again: the same device, opened again, captures.
        const next = { ...spec, nonce: 'after-the-faults-01' };
        const again = await judge(next, time, async () => (await adapter.open('hid:a')).capture(next));
        expect({ seed, again }).toEqual({ seed, again: 'captured' });
      }
    }
    // Neither all well nor all lost: the schedules do reach both.
    expect(outcomes.get('captured')).toBeGreaterThan(WIRE_SCHEDULES / 4);
    expect(outcomes.size).toBeGreaterThan(4);
  }, 120_000);
});

const info: ReaderInfo = {
  id: 'liar:1',
  identity: { make: 'Acme', model: 'Liar', serial: 'L-1' },
  modality: 'finger',
  status: 'ready',
  targets: FINGER_TARGETS,
  preview: false,
  signs: false,
  simulated: true,
};

/** A driver that answers late, wrongly, partly, or never. */
function liar(random: SeededRandom, time: VirtualTime): ReaderCore {
  let sequence = 10;
  const lie = (frame: CapturedFrame): CapturedFrame => {
    switch (random.index(8)) {
      case 0:
        return { ...frame, position: otherSide(frame.position) };
      case 1:
        return { ...frame, image: { ...frame.image, pixels: frame.image.pixels.subarray(random.index(99)) } };
      case 2:
        return { ...frame, nonce: 'order-of-yesterday-1' };
      case 3:
        return { ...frame, sequence: random.index(12) };
      case 4:
        return { ...frame, device: { ...frame.device, serial: 'L-2' } };
      case 5:
        return { ...frame, simulated: false };
      case 6:
        return { ...frame, takenAt: 'now' };
      default:
        return frame;
    }
  };
  return {
    info: async () => info,
    preview: () => {
      throw new Error('no preview');
    },
    capture: async (spec, signal) => {
      await time.sleep(
        random.next() < 0.1 ? 60_000 : random.index(3_000),
        random.next() < 0.5 ? signal : undefined,
      );
      if (random.next() < 0.1) throw new TypeError('driver bug');
      const frames = positionsOf(spec.target, spec.missing).map((position): CapturedFrame => {
        const honest = {
          position,
          image: pictureOf(position),
          device: info.identity,
          nonce: spec.nonce,
          simulated: true,
        };
        return { ...honest, takenAt: '2026-01-01T00:00:00Z', sequence: sequence++ };
      });
      const told = random.next() < 0.5 ? frames.map(lie) : frames;
      if (random.next() < 0.1) told.pop();
      if (random.next() < 0.1) told.push(...told);
      return told;
    },
    close: async () => undefined,
  };
}

test(`a lying driver, ${LIAR_SCHEDULES} schedules: what it says is refused or true`, async () => {
  const outcomes = new Set<string>();
  for (let seed = 0; seed < LIAR_SCHEDULES; seed++) {
    const random = seededRandom('liar', seed);
    const time = virtualTime();
    const reader = guardReader(liar(random, time), { mode: 'demo', time, opened: info });
    for (let n = 0; n < 3; n++) {
      const spec = orderOf(random);
      const outcome = await judge(spec, time, () => reader.capture(spec)).catch((error: unknown) =>
        Promise.reject(new Error(`seed ${seed}`, { cause: error })),
      );
      outcomes.add(outcome);
    }
  }
  for (const outcome of [
    'captured',
    'timeout',
    'tampered',
    'malformed',
    'wrong-count',
    'wrong-hand',
    'driver',
  ]) {
    expect(outcomes).toContain(outcome);
  }
});
