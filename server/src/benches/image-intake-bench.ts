import sharp from 'sharp';
import { createIntakePool } from '../documents/intake/intake-pool.ts';
import { benchResult, flagOf, type Pair, type Services } from './bench-result.ts';

/**
 * Pictures taken in a second (content check, child process with a memory limit, pixel limit, decoding, turning,
 * encoding anew) against sharp alone decoding, resizing and encoding the same bytes in this process. One at a time.
 * `--rounds N`, `--pictures N` a round.
 */
export async function imageIntake(services: Services) {
  const rounds = flagOf(services, 'rounds', 7);
  const pictures = flagOf(services, 'pictures', 8);
  const intake = createIntakePool();
  try {
    const scan = await aScan();
    await intake.examine(scan);
    const pairs: Pair[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const candidate = await rate(pictures, () => intake.examine(scan).then(requireTaken));
      const control = await rate(pictures, () => rawSharp(scan));
      pairs.push({ candidate, control });
      services.say(`round ${round + 1}: ${JSON.stringify(pairs.at(-1))}`);
    }
    const result = benchResult({ name: 'image-intake', unit: 'pictures/s', better: 'higher' }, pairs);
    return { ...result, bytes: scan.length };
  } finally {
    intake.close();
  }
}

async function rate(count: number, work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  for (let turn = 0; turn < count; turn += 1) await work();
  return count / ((performance.now() - startedAt) / 1000);
}

function requireTaken({ ok }: { ok: boolean }): void {
  if (!ok) throw new Error('the intake refused a good picture');
}

/** A page as a telephone takes it: 12 megapixels with grain, as a JPEG of some megabytes. */
async function aScan(): Promise<Buffer> {
  const grain = { create: { width: 4000, height: 3000, channels: 3 as const, background: '#ddd' } };
  const noise = { type: 'gaussian' as const, mean: 190, sigma: 12 };
  return sharp({ create: { ...grain.create, noise } })
    .jpeg({ quality: 70 })
    .toBuffer();
}

const rawSharp = (bytes: Buffer) =>
  sharp(bytes)
    .resize({ width: 3508, height: 3508, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 90 })
    .toBuffer();
