import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createIntakePool, type IntakePool } from '@permit/server/documents/intake/intake-pool.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { constants, deflateRawSync } from 'node:zlib';
import { aPdf, extraObject } from './a-pdf.ts';

let pool: IntakePool;
beforeAll(async () => {
  pool = createIntakePool({ timeoutMs: 2_000, children: 1 });
  await pool.examine(aPdf());
}, 60_000);
afterAll(() => pool.close());

/** Zeros in multiples of 16 MB: one packed block, repeated, because packing a gigabyte takes seconds. */
function packedZeros(blocks: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(16 * 1024 * 1024), {
    level: 9,
    finishFlush: constants.Z_FULL_FLUSH,
  });
  const end = Buffer.from([0x03, 0x00, 0, 0, 0, 1]);
  return Buffer.concat([Buffer.from([0x78, 0xda]), ...Array<Buffer>(blocks).fill(block), end]);
}

const stream = (entries: string, packed: Buffer) =>
  `<<${entries}/Filter/FlateDecode/Length ${packed.length}>>stream\n${packed.toString('latin1')}\nendstream`;
const drawsImage = (image: string) => {
  const use = `/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8`;
  return aPdf({
    pages: ['q 298 0 0 420 0 0 cm /I Do Q'],
    extra: { 1: image.replace('<<', `<<${use}`) },
  });
};

/** The highest memory that any child of this process has used, in MB. */
function childrenPeakMb(): number {
  const peaks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'latin1');
        const mine = status.includes(`PPid:\t${process.pid}\n`);
        return mine ? [Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024] : [];
      } catch {
        return [];
      }
    });
  return Math.max(0, ...peaks);
}

test.each<[string, () => Buffer]>([
  [
    'a page description of two gigabytes in two megabytes',
    () =>
      Buffer.from(
        aPdf({ extra: { 1: stream('', packedZeros(120)) } })
          .toString('latin1')
          .replace('/Contents 4 0 R', `/Contents ${extraObject(1)} 0 R`),
        'latin1',
      ),
  ],
  [
    'a picture of 30,000 x 60,000',
    () =>
      Buffer.from(
        drawsImage(stream('/Width 30000/Height 60000', packedZeros(107)))
          .toString('latin1')
          .replace('/Resources<<>>', `/Resources<</XObject<</I ${extraObject(1)} 0 R>>>>`),
        'latin1',
      ),
  ],
])(
  '%s ends its own process at most, within its memory, and the next file is taken',
  async (_, make) => {
    const bomb = make();
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, childrenPeakMb())), 20);
    const answer = await pool.examine(bomb);
    clearInterval(watch);
    expect(answer.ok).toBe(false);
    expect(peak).toBeGreaterThan(50);
    expect(peak).toBeLessThan(900);
    expect((await pool.examine(aPdf())).ok).toBe(true);
  },
  60_000,
);
