import { expect, test } from '@jest/globals';
import type { ReaderProblem } from '../codes.ts';
import { samplePicture } from '../images/sample-picture.ts';
import { checkFrames, checkSpec } from './check-frames.ts';
import { ReaderError } from './reader-error.ts';
import type { CapturedFrame, CaptureSpec, ReaderInfo, ReaderMode } from './reader.ts';
import { samplePerson } from './simulators/sample-person.ts';

const info: ReaderInfo = {
  id: 'test:1',
  identity: { make: 'Acme', model: 'One', serial: 'A-1' },
  modality: 'finger',
  status: 'ready',
  targets: ['right-index', 'two-thumbs'],
  preview: false,
  signs: false,
  simulated: false,
};
const spec: CaptureSpec = { target: 'right-index', timeoutMs: 1000, nonce: 'nonce-of-this-order' };

function aFrame(change: Partial<CapturedFrame> = {}): CapturedFrame {
  return {
    position: 'right-index',
    image: samplePicture(200, 200, 500),
    takenAt: '2026-01-02T03:04:05Z',
    device: info.identity,
    sequence: 7,
    nonce: spec.nonce,
    simulated: false,
    ...change,
  };
}

function problemOf(
  frames: readonly CapturedFrame[],
  change: Partial<CaptureSpec> = {},
  mode: ReaderMode = 'production',
) {
  try {
    checkFrames(frames, { spec: { ...spec, ...change }, info, mode, lastSequence: 6 });
    return undefined;
  } catch (error) {
    return (error as ReaderError).problem;
  }
}

test('a frame of this order, device and position is passed on', () => {
  expect(problemOf([aFrame()])).toBeUndefined();
});

const picture = samplePicture(200, 200, 500);
const cases: readonly (readonly [string, Partial<CapturedFrame>, ReaderProblem])[] = [
  ['another order', { nonce: 'nonce-of-yesterday' }, 'tampered'],
  ['another device', { device: { ...info.identity, serial: 'B-2' } }, 'tampered'],
  ['a sequence seen before', { sequence: 6 }, 'tampered'],
  ['a simulator', { simulated: true }, 'simulator-refused'],
  [
    'a drawn finger from what claims to be a device',
    { image: samplePerson('x').finger('right-index') },
    'simulator-refused',
  ],
  ['half a picture', { image: { ...picture, pixels: picture.pixels.subarray(1) } }, 'malformed'],
  ['ten times the picture', { image: { width: 9000, height: 9000, pixels: picture.pixels } }, 'malformed'],
  ['no picture to speak of', { image: samplePicture(8, 8) }, 'malformed'],
  ['no time', { takenAt: 'yesterday' }, 'malformed'],
  ['another finger', { position: 'right-middle' }, 'wrong-count'],
  ['the other hand', { position: 'left-index' }, 'wrong-hand'],
];

test.each(cases)('%s is refused', (_what, change, problem) => {
  expect(problemOf([aFrame(change)])).toBe(problem);
});

test('nothing, or more than was asked for, is refused', () => {
  expect(problemOf([])).toBe('wrong-count');
  expect(problemOf([aFrame(), aFrame({ sequence: 8 })])).toBe('wrong-count');
});

test('an order without a proper nonce never reaches a device', () => {
  expect(() => checkSpec({ ...spec, nonce: 'short' }, info)).toThrow(ReaderError);
});
