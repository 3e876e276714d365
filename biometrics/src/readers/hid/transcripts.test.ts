import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { positionsOf } from '../capture-target.ts';
import type { CapturedFrame, ReaderInfo } from '../reader.ts';
import { virtualTime } from '../virtual-time.ts';
import { readTranscript, unpadded, type TranscriptLine } from './device-side/transcript.ts';
import {
  TRANSCRIPT_SCENES,
  TRANSCRIPT_START,
  type TranscriptScene,
} from './device-side/transcript-scenes.ts';
import type { HidConnection } from './hid-transport.ts';
import { openCaptureCore, openDevice } from './open-capture-reader.ts';
import { reportLine } from './report-line.ts';

const document = readFileSync(join(import.meta.dirname, '../../../../docs/reader-protocol.md'), 'utf8');
const scenes = TRANSCRIPT_SCENES.map((scene) => [scene.name, scene] as const);

/** The other end of the wire reads the script: each line of the host must come as written. */
function scripted(
  lines: readonly TranscriptLine[],
  payload: number,
): { readonly connection: HidConnection; left(): number } {
  let at = 0;
  let listener: (report: Uint8Array) => void = () => undefined;
  const connection: HidConnection = {
    write: async (report) => {
      expect([...unpadded(report)]).toEqual(lines[at]?.bytes);
      for (at++; lines[at]?.from === 'device'; at++) {
        const padded = new Uint8Array(payload + 1);
        padded.set(lines[at]!.bytes);
        listener(padded);
      }
    },
    onReport: (given) => {
      listener = given;
    },
    onGone: () => undefined,
    close: async () => undefined,
  };
  return { connection, left: () => lines.length - at };
}

async function hold(scene: TranscriptScene, connection: HidConnection): Promise<readonly CapturedFrame[]> {
  const time = virtualTime(TRANSCRIPT_START);
  const { signal } = new AbortController();
  const device = await time.settle(openDevice(reportLine(connection, time), signal));
  const info: ReaderInfo = { ...device.info, id: 'hid:x', simulated: true };
  return await time.settle(openCaptureCore(device, info, scene.pinnedKey).capture(scene.spec, signal));
}

test.each(scenes)('the host holds the %s conversation as it is written', async (name, scene) => {
  const lines = readTranscript(document, name);
  const { connection, left } = scripted(lines, name === 'iris' ? 1023 : 63);
  const frames = await hold(scene, connection);
  expect(frames.map((frame) => frame.position)).toEqual(positionsOf(scene.spec.target, scene.spec.missing));
  expect(frames[0]!.image.pixels[33]).toBe(8);
  expect(left()).toBe(0);
});

test.each(scenes)('the device holds the %s conversation as it is written', async (name, scene) => {
  const time = virtualTime(TRANSCRIPT_START);
  const device = scene.device(time);
  const said: number[][] = [];
  device.onSend((report) => said.push([...unpadded(report)]));
  const expected: (readonly number[])[] = [];
  for (const line of readTranscript(document, name)) {
    if (line.from === 'device') {
      expected.push(line.bytes);
      // The device takes its time to measure.
      if (said.length < expected.length) await time.settle(time.sleep(300));
      expect(said.slice(0, expected.length)).toEqual(expected);
    } else {
      device.receive(Uint8Array.from([...line.bytes, ...new Array<number>(40).fill(0)]));
      await time.settle(time.sleep(0));
    }
  }
  expect(said).toHaveLength(expected.length);
});

test('a device that strays from its transcript is noticed', () => {
  const [first, second] = TRANSCRIPT_SCENES.map((scene) => readTranscript(document, scene.name));
  expect(first).not.toEqual(second);
  expect(() => readTranscript(document, 'nobody')).toThrow('no transcript');
});
