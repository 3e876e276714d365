import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { modalityOf, type BodyPosition } from '../codes.ts';
import { positionsOf } from './capture-target.ts';
import { ReaderError } from './reader-error.ts';
import type { CaptureSpec, CaptureTarget, OpenReader, ReaderAdapter, ReaderInfo } from './reader.ts';

/** An adapter with devices behind it that can serve every named target. */
export interface ContractSubject {
  readonly adapter: ReaderAdapter;
  readonly targets: readonly CaptureTarget[];
  /** A target whose capture takes long enough (over 100 ms) to be aborted in the middle. */
  readonly slowTarget: CaptureTarget;
  stop(): Promise<void>;
}

/** What every reader must do, whatever door it comes through. Run from each adapter's own test file. */
export function readerContract(name: string, start: () => Promise<ContractSubject>): void {
  describe(`${name} keeps the reader contract`, () => {
    let subject: ContractSubject;
    beforeEach(async () => {
      subject = await start();
    });
    afterEach(async () => {
      await subject.adapter.close();
      await subject.stop();
    });
    describesItself(() => subject);
    captures(() => subject);
    stops(() => subject);
  });
}

function describesItself(subject: () => ContractSubject): void {
  test('every device says who it is, under an id of its own', async () => {
    const readers = await subject().adapter.discover();
    expect(readers.length).toBeGreaterThan(0);
    expect(new Set(readers.map((reader) => reader.id)).size).toBe(readers.length);
    for (const { identity, targets } of readers) {
      expect(identity.make.length * identity.model.length * identity.serial.length).toBeGreaterThan(0);
      expect(targets.length).toBeGreaterThan(0);
    }
  });

  test('an id that nobody has is not found', async () => {
    await expectProblem(subject().adapter.open('nothing:there'), 'not-found');
  });

  test('an opened device describes itself as it did when it was discovered', async () => {
    const { reader, info } = await openFor(subject(), subject().targets[0]!);
    const { status: _now, ...again } = await reader.info();
    const { status: _then, ...before } = info;
    expect(again).toEqual(before);
    await reader.close();
  });
}

function captures(subject: () => ContractSubject): void {
  test('each target gives its positions in order, whole, with this order and this device on every frame', async () => {
    for (const target of subject().targets) {
      const { reader, info } = await openFor(subject(), target);
      const spec = orderFor(target);
      const frames = await reader.capture(spec);
      expect(frames.map((frame) => frame.position)).toEqual(positionsOf(target));
      for (const frame of frames) {
        expect(frame.nonce).toBe(spec.nonce);
        expect(frame.device.serial).toBe(info.identity.serial);
        expect(frame.simulated).toBe(info.simulated);
        expect(frame.image.pixels).toHaveLength(frame.image.width * frame.image.height);
        expect(modalityOf(frame.position)).toBe(info.modality);
      }
      await reader.close();
    }
  });

  test('missing positions are neither asked nor delivered', async () => {
    for (const target of subject().targets.filter((name) => positionsOf(name).length > 1)) {
      const { reader } = await openFor(subject(), target);
      const [gone, ...rest] = positionsOf(target);
      const frames = await reader.capture({ ...orderFor(target), missing: [gone!] });
      expect(frames.map((frame) => frame.position)).toEqual(rest);
      await reader.close();
    }
  });

  test('a target that is missing altogether, or that the device does not know, is refused', async () => {
    const target = subject().targets[0]!;
    const { reader, info } = await openFor(subject(), target);
    const missing: readonly BodyPosition[] = positionsOf(target);
    await expectProblem(reader.capture({ ...orderFor(target), missing }), 'wrong-count');
    const strange: CaptureTarget = info.modality === 'finger' ? 'right-iris' : 'right-thumb';
    await expectProblem(reader.capture(orderFor(strange)), 'unsupported');
    await reader.close();
  });

  test('sequences rise over several captures', async () => {
    const { reader } = await openFor(subject(), subject().targets[0]!);
    const first = await reader.capture(orderFor(subject().targets[0]!));
    const second = await reader.capture(orderFor(subject().targets[0]!));
    expect(second[0]!.sequence).toBeGreaterThan(first.at(-1)!.sequence);
    await reader.close();
  });

  test('a live view shows pictures and ends when it is stopped', async () => {
    const { reader, info } = await openFor(subject(), subject().targets[0]!);
    if (info.preview) {
      const stop = new AbortController();
      let seen = 0;
      for await (const { image } of reader.preview(subject().targets[0]!, stop.signal)) {
        expect(image.pixels).toHaveLength(image.width * image.height);
        if (++seen === 2) stop.abort();
      }
      expect(seen).toBe(2);
    }
    await reader.close();
  });
}

/** Starts a live view and, after its first picture, a capture: the view must end by itself. */
async function captureFromLiveView(reader: OpenReader, target: CaptureTarget): Promise<number> {
  let captured: Promise<number> | undefined;
  for await (const _picture of reader.preview(target, new AbortController().signal)) {
    captured ??= captureWhenFree(reader, target);
  }
  return (await captured) ?? 0;
}

function stops(subject: () => ContractSubject): void {
  test('a capture ends the live view of its device', async () => {
    const { reader, info } = await openFor(subject(), subject().slowTarget);
    if (info.preview) expect(await captureFromLiveView(reader, subject().slowTarget)).toBeGreaterThan(0);
    await reader.close();
  });

  test('an aborted capture ends as aborted, and the next one works', async () => {
    const { reader } = await openFor(subject(), subject().slowTarget);
    await expectProblem(reader.capture(orderFor(subject().slowTarget), AbortSignal.abort()), 'aborted');
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 20);
    await expectProblem(reader.capture(orderFor(subject().slowTarget), stop.signal), 'aborted');
    expect(await captureWhenFree(reader, subject().slowTarget)).toBeGreaterThan(0);
    await reader.close();
  });

  test('a second capture at the same time is told that the device is busy', async () => {
    const { reader } = await openFor(subject(), subject().slowTarget);
    const first = reader.capture(orderFor(subject().slowTarget));
    await expectProblem(reader.capture(orderFor(subject().slowTarget)), 'busy');
    expect((await first).length).toBeGreaterThan(0);
    await reader.close();
  });

  test('closing twice is harmless, and a closed device captures nothing', async () => {
    const { reader } = await openFor(subject(), subject().targets[0]!);
    await reader.close();
    await reader.close();
    await expectProblem(reader.capture(orderFor(subject().targets[0]!)), 'not-ready');
  });
}

let orders = 0;

/** An order with a nonce of its own and a generous limit. */
export function orderFor(target: CaptureTarget): CaptureSpec {
  return { target, timeoutMs: 10_000, nonce: `contract-order-${String(++orders).padStart(6, '0')}` };
}

async function openFor(
  { adapter }: ContractSubject,
  target: CaptureTarget,
): Promise<{ readonly reader: OpenReader; readonly info: ReaderInfo }> {
  const info = (await adapter.discover()).find((reader) => reader.targets.includes(target));
  if (info === undefined) throw new Error(`no device for ${target}`);
  return { reader: await adapter.open(info.id), info };
}

/** A device may still be ending the aborted capture; it says busy until then, for at most two seconds. */
async function captureWhenFree(reader: OpenReader, target: CaptureTarget): Promise<number> {
  for (let tries = 0; ; tries++) {
    try {
      return (await reader.capture(orderFor(target))).length;
    } catch (error) {
      const busy = error instanceof ReaderError && error.problem === 'busy';
      if (!busy || tries === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** The work must fail with exactly this problem. */
export async function expectProblem(work: Promise<unknown>, problem: string): Promise<void> {
  const outcome = await work.then(
    () => 'no problem at all',
    (error: unknown) => (error instanceof ReaderError ? error.problem : error),
  );
  expect(outcome).toBe(problem);
}
