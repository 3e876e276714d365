import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { FaultyFileSystem } from '../testing/faulty-file-system.ts';
import { openJournal, WrongJournalKey } from './journal.ts';
import { readJournal } from './journal-format.ts';

const key = randomBytes(32);
const path = 'disk/journal';
const mirrorPath = 'card/journal';

const open = (fs: FaultyFileSystem, mirror?: string) => openJournal({ fs, key, path, mirrorPath: mirror });
const told = (journal: { payloads: readonly Buffer[] }) => journal.payloads.map(String);

/** A disk with a closed journal of so many records. */
async function written(count: number, mirror?: string): Promise<FaultyFileSystem> {
  const fs = new FaultyFileSystem();
  const journal = await open(fs, mirror);
  for (let index = 0; index < count; index++) await journal.append(Buffer.from(`record ${index}`));
  return fs;
}

test('gives back what was written, in order, and goes on from there', async () => {
  const fs = await written(3);
  const again = await open(fs);
  await again.append(Buffer.from('more'));
  expect(told(await open(fs))).toEqual(['record 0', 'record 1', 'record 2', 'more']);
});

test('appends that are made at once are written one after the other', async () => {
  const fs = new FaultyFileSystem();
  const journal = await open(fs);
  await Promise.all(Array.from({ length: 20 }, (_, index) => journal.append(Buffer.from(`${index}`))));
  expect(told(await open(fs))).toEqual(Array.from({ length: 20 }, (_, index) => `${index}`));
});

test('300 of 300 flipped bits are found, and the records around the damage are kept', async () => {
  const file = (await (await written(40)).read(path))!;
  let found = 0;
  for (let flip = 0; flip < 300; flip++) {
    const bit = Math.floor((flip * file.length * 8) / 300) + (flip % 8);
    const damaged = Buffer.from(file);
    damaged[bit >> 3]! ^= 1 << (bit & 7);
    const reading = readJournal(key, damaged);
    if (reading.state === 'damaged') found++;
    expect(reading.payloads.length).toBeGreaterThanOrEqual(38);
  }
  expect(found).toBe(300);
});

test('damage is set aside, told, and healed from the second medium', async () => {
  const fs = await written(5, mirrorPath);
  const file = Buffer.from((await fs.read(path))!);
  file[60]! ^= 4;
  await fs.write(path, file);
  const journal = await open(fs, mirrorPath);
  expect([journal.state, journal.payloads.length]).toEqual(['damaged', 5]);
  expect(await fs.read(`${path}.damaged`)).toEqual(file);
  expect(told(await open(fs))).toHaveLength(5);
});

test('without a second medium the crew is told that there is one copy', async () => {
  expect((await open(await written(1))).copies()).toBe(1);
  const fs = await written(1, mirrorPath);
  const journal = await open(fs, mirrorPath);
  expect(journal.copies()).toBe(2);
  fs.unplugged = 'card';
  await journal.append(Buffer.from('still saved here'));
  expect(journal.copies()).toBe(1);
  expect(told(await open(fs, mirrorPath))).toEqual(['record 0', 'still saved here']);
});

test('another key reads nothing and changes nothing', async () => {
  const fs = await written(60);
  const file = (await fs.read(path))!;
  expect(readJournal(randomBytes(32), file).payloads).toEqual([]);
  await expect(openJournal({ fs, key: randomBytes(32), path, mirrorPath })).rejects.toThrow(WrongJournalKey);
  expect(await fs.read(path)).toEqual(file);
});

test.each([undefined, mirrorPath])(
  'whatever a power cut leaves, every acknowledged record is there and no half one (mirror: %s)',
  async (mirror) => {
    const fs = new FaultyFileSystem();
    const acknowledged: string[] = [];
    const checks: { state: ReadonlyMap<string, Buffer>; saved: number; begun: number }[] = [];
    let begun = 0;
    fs.afterEach = () => {
      for (const state of fs.crashStates()) checks.push({ state, saved: acknowledged.length, begun });
    };
    const journal = await open(fs, mirror);
    for (const text of ['one', 'two two', 'three three three']) {
      begun++;
      await journal.append(Buffer.from(text));
      acknowledged.push(text);
    }
    expect(checks.length).toBeGreaterThan(50);
    for (const { state, saved, begun: most } of checks) {
      const reopened = await open(new FaultyFileSystem(state), mirror);
      const texts = told(reopened);
      expect(texts).toEqual(['one', 'two two', 'three three three'].slice(0, texts.length));
      expect(texts.length).toBeGreaterThanOrEqual(saved);
      expect(texts.length).toBeLessThanOrEqual(most);
      expect(reopened.state).not.toBe('damaged');
    }
  },
);
