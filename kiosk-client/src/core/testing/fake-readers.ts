import { type BodyPosition, modalityOf } from '@permit/biometrics/codes.ts';
import { grayImage } from '@permit/biometrics/images/gray-image.ts';
import { positionsOf } from '@permit/biometrics/readers/capture-target.ts';
import { ReaderError } from '@permit/biometrics/readers/reader-error.ts';
import type {
  CapturedFrame,
  OpenReader,
  ReaderAdapter,
  ReaderInfo,
} from '@permit/biometrics/readers/reader.ts';
import { CAPTURE_TARGETS } from '../../kiosk-views.ts';

export interface FakeReaders extends ReaderAdapter {
  /** Quality of the next frames, by position; 80 where nothing is said. */
  readonly quality: Map<BodyPosition, number>;
  /** Fails the next capture. */
  nextProblem: 'timeout' | 'removed' | undefined;
  /** Never answers until it is stopped. */
  hang: boolean;
}

const identity = { make: 'Test', model: 'striped pictures', serial: 'T-1' };

/** One reader that shows striped pictures: enough for every path through the core, and nothing to match. */
export function fakeReaders(): FakeReaders {
  let sequence = 0;
  const info: ReaderInfo = {
    id: 'fake:1',
    identity,
    modality: 'finger',
    status: 'ready',
    targets: [...CAPTURE_TARGETS, 'right-index', 'right-iris'],
    preview: true,
    signs: false,
    simulated: true,
  };
  const frame = (position: BodyPosition, nonce: string): CapturedFrame => ({
    position,
    image: stripes(position.length),
    takenAt: '2026-11-20T02:00:00.000Z',
    device: identity,
    sequence: sequence++,
    nonce,
    deviceQuality: readers.quality.get(position) ?? 80,
    simulated: true,
    ...(modalityOf(position) === 'finger' && { record: Buffer.from(`FIR of ${position}`) }),
  });
  const reader: OpenReader = {
    info: async () => info,
    preview: async function* (_target, signal) {
      while (!signal.aborted) {
        yield { image: stripes(7), sequence: sequence++ };
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    capture: async ({ target, missing, nonce }, signal) => {
      if (readers.nextProblem) {
        const problem = readers.nextProblem;
        readers.nextProblem = undefined;
        throw new ReaderError(problem, 'as told');
      }
      if (readers.hang) await stopped(signal);
      return positionsOf(target, missing).map((position) => frame(position, nonce));
    },
    close: async () => undefined,
  };
  const readers: FakeReaders = {
    name: 'fake',
    quality: new Map(),
    nextProblem: undefined,
    hang: false,
    discover: async () => [info],
    open: async () => reader,
    close: async () => undefined,
  };
  return readers;
}

function stopped(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) =>
    signal?.addEventListener('abort', () => reject(new ReaderError('aborted', 'stopped'))),
  );
}

function stripes(period: number) {
  const pixels = Uint8Array.from({ length: 64 * 64 }, (_, at) =>
    (at % 64) % period < period / 2 ? 40 : 220,
  );
  return grayImage(64, 64, pixels);
}
