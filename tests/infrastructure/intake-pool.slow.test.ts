import { afterEach, expect, test } from '@jest/globals';
import { createIntakePool, type IntakePool } from '@permit/server/documents/intake/intake-pool.ts';
import sharp from 'sharp';

let pool: IntakePool | undefined;
afterEach(() => pool?.close());

/** So large a picture that examining it takes longer than the time allowed here, small as a file. */
const slow = () =>
  sharp(Buffer.alloc(4800 * 4800, 7), { raw: { width: 4800, height: 4800, channels: 1 } })
    .png()
    .toBuffer();
const quick = () =>
  sharp(Buffer.alloc(64 * 64, 9), { raw: { width: 64, height: 64, channels: 1 } })
    .jpeg()
    .toBuffer();

test('a file that takes too long is refused alone; those that wait behind it are taken', async () => {
  pool = createIntakePool({ timeoutMs: 1, children: 1 });
  expect(await pool.examine(await slow())).toEqual({ ok: false, reason: 'took-too-long' });
  pool.close();
  pool = createIntakePool({ timeoutMs: 20_000, children: 1 });
  const small = await quick();
  const answers = await Promise.all([slow().then(pool.examine), pool.examine(small), pool.examine(small)]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
}, 60_000);

test('waiting in the queue counts nothing against a file', async () => {
  pool = createIntakePool({ timeoutMs: 5_000, children: 1 });
  const [large, small] = await Promise.all([slow(), quick()]);
  const answers = await Promise.all([
    ...Array.from({ length: 4 }, () => pool!.examine(large)),
    pool.examine(small),
  ]);
  expect(answers.every(({ ok }) => ok)).toBe(true);
}, 60_000);

test('whoever would wait behind too many others is told to come again', async () => {
  pool = createIntakePool({ children: 1 });
  const small = await quick();
  const sent = Array.from({ length: 130 }, () =>
    pool!.examine(small).then(
      () => 'taken',
      (error: { code: string }) => error.code,
    ),
  );
  const answers = await Promise.all(sent);
  expect(answers.filter((answer) => answer === 'unavailable')).toHaveLength(9);
}, 60_000);
