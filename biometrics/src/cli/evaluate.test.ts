import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import sharp from 'sharp';
import { drawEye, type DrawnEye } from '../iris/draw-eye.ts';
import { run as evaluate } from './evaluate.ts';
import { run as identify } from './identify.ts';

const folder = mkdtempSync(join(tmpdir(), 'iris-set-'));
const eyes = join(folder, 'eyes');
const printed: string[] = [];

async function writeEye(name: string, eye: DrawnEye): Promise<void> {
  const { width, height, pixels } = drawEye(eye);
  writeFileSync(
    join(eyes, name),
    await sharp(pixels, { raw: { width, height, channels: 1 } })
      .png()
      .toBuffer(),
  );
}

beforeAll(async () => {
  mkdirSync(eyes);
  for (const identity of [1, 2, 3]) {
    await writeEye(`S000${identity}L01.png`, { identity });
    await writeEye(`S000${identity}L02.png`, { identity, tilt: 0.02, grain: 4 });
  }
  await sharp({ create: { width: 200, height: 200, channels: 3, background: '#808080' } })
    .png()
    .toFile(join(eyes, 'S0004R01.png'));
  jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterAll(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test('evaluate prints rates, failures and a DET curve, and writes the picture of every stage', async () => {
  const [out, trace] = [join(folder, 'out'), join(folder, 'trace')];
  expect(await evaluate([eyes, '--out', out, '--trace', trace])).toBe(0);
  const report = printed.join('\n');
  expect(report).toContain('3 genuine and 18 impostor pairs');
  expect(report).toMatch(/EER +0\.00 %/);
  expect(report).toMatch(/FNMR at FMR 1e-4 +not measurable here/);
  expect(report).toContain('failures to enrol 1 of 7: S0004R01 (not-an-eye)');
  expect(readdirSync(out)).toEqual(['det.png']);
  expect(readdirSync(trace)).toContain('S0001L01-outlines-1.png');
});

test('identify lists the nearest first and says why a file was refused', async () => {
  printed.length = 0;
  const [probe, blank] = [join(eyes, 'S0002L02.png'), join(eyes, 'S0004R01.png')];
  expect(await identify(['--gallery', eyes, '--top', '2', probe, blank])).toBe(0);
  const [found, refused] = printed.map((line) => JSON.parse(line) as Record<string, unknown>);
  const names = (found?.candidates as { name: string }[]).map(({ name }) => name);
  expect(names).toEqual(['S0002L02', 'S0002L01']);
  expect(refused).toMatchObject({ ok: false, reason: 'not-an-eye' });
});

test('wrong use is exit code 2', async () => {
  expect(await evaluate([])).toBe(2);
  expect(await evaluate([join(folder, 'out')])).toBe(2);
  expect(await identify(['--top', '2'])).toBe(2);
  expect(await identify(['--gallery', eyes, '--modality', 'face', join(eyes, 'S0001L01.png')])).toBe(2);
});
