import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import type { GrayImage } from '../images/gray-image.ts';
import { readImage } from '../images/read-image.ts';
import { drawnNonFinger } from './drawn-non-finger.ts';
import { drawnPrint } from './drawn-print.fixture.ts';
import { extractFinger } from './extract-finger.ts';
import { fingerThreshold, matchFingers } from './match-fingers.ts';

const shared = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
function highestScore(pictures: readonly GrayImage[], templates: readonly Uint8Array[]): number {
  const passed = pictures.map((picture) => extractFinger(picture)).filter((made) => made.ok);
  const scores = passed.flatMap(({ template }) => templates.map((other) => matchFingers(template, other)));
  return Math.max(0, ...scores);
}

function drawnTemplates(): Uint8Array[] {
  const made = [1, 2, 3, 4, 5, 6].map((seed) => extractFinger(drawnPrint({ seed })));
  return made.flatMap((one) => (one.ok ? [one.template] : []));
}

test('60 drawn pictures that are no fingers match no print at one in ten thousand (`prove -- non-fingers` has more)', () => {
  const pictures = Array.from({ length: 60 }, (_, kind) => drawnNonFinger(2 * kind));
  expect(highestScore(pictures, drawnTemplates())).toBeLessThan(fingerThreshold(1e-4));
}, 300_000);

const eyes = `${shared}/irises-dev`;
const prints = `${shared}/fingers-dev/fvc2002-db2b`;
const withData = existsSync(eyes) && existsSync(prints) ? test : test.skip;

withData(
  'real eyes match no real print at one in ten thousand (../shared/data)',
  async () => {
    const picturesOf = async (dir: string, every: number, ppi: number): Promise<GrayImage[]> => {
      const files = readdirSync(dir)
        .filter((name) => /\.(png|jpg)$/.test(name))
        .sort();
      const read = async (name: string) => ({ ...(await readImage(readFileSync(`${dir}/${name}`))), ppi });
      return Promise.all(files.filter((_, i) => i % every === 0).map(read));
    };
    const made = (await picturesOf(prints, 8, 569)).map((picture) => extractFinger(picture));
    const templates = made.flatMap((one) => (one.ok ? [one.template] : []));
    expect(templates).toHaveLength(10);
    expect(highestScore(await picturesOf(eyes, 24, 500), templates)).toBeLessThan(fingerThreshold(1e-4));
  },
  300_000,
);
