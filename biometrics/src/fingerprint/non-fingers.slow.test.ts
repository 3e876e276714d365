import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { grayImage, type GrayImage } from '../images/gray-image.ts';
import { readImage } from '../images/read-image.ts';
import { drawnPrint, randomOf } from './drawn-print.fixture.ts';
import { extractFinger } from './extract-finger.ts';
import { fingerThreshold, matchFingers } from './match-fingers.ts';

const shared = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const WIDTH = 180;
const HEIGHT = 200;

/** Things that are no fingers, drawn: noise, waves, rings, checks, marble and gradients of many sizes. */
function drawnNonFinger(kind: number): GrayImage {
  const random = randomOf(kind + 1);
  const [period, angle, x0, y0] = [5 + 9 * random(), 3 * random(), WIDTH * random(), HEIGHT * random()];
  const bends = Array.from({ length: 4 }, () => ({
    size: 6 + 20 * random(),
    at: 7 * random(),
    depth: 12 * random(),
  }));
  const shapes: ((x: number, y: number) => number)[] = [
    () => 256 * random(),
    (x, y) => 128 + 110 * Math.sin((2 * Math.PI * (x * Math.cos(angle) + y * Math.sin(angle))) / period),
    (x, y) =>
      128 + 110 * Math.sin((2 * Math.PI * Math.hypot(x - x0, y - y0)) / period) + 60 * (random() - 0.5),
    (x, y) => ((Math.floor(x / period) + Math.floor(y / period)) % 2) * 255,
    (x, y) =>
      128 +
      110 *
        Math.sin(
          (x + bends.reduce((sum, b) => sum + b.depth * Math.sin(y / b.size + b.at + x / 40), 0)) /
            (period / 6),
        ),
    (x, y) => (x * 255) / WIDTH + 30 * Math.sin(y / period) + 80 * (random() - 0.5),
  ];
  const shape = shapes[kind % shapes.length]!;
  const greys = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) =>
    Math.max(0, Math.min(255, shape(i % WIDTH, Math.floor(i / WIDTH)))),
  );
  return grayImage(WIDTH, HEIGHT, greys, 500);
}

function highestScore(pictures: readonly GrayImage[], templates: readonly Uint8Array[]): number {
  const passed = pictures.map((picture) => extractFinger(picture)).filter((made) => made.ok);
  const scores = passed.flatMap(({ template }) => templates.map((other) => matchFingers(template, other)));
  return Math.max(0, ...scores);
}

function drawnTemplates(): Uint8Array[] {
  const made = [1, 2, 3, 4, 5, 6].map((seed) => extractFinger(drawnPrint({ seed })));
  return made.flatMap((one) => (one.ok ? [one.template] : []));
}

test('120 drawn pictures that are no fingers match no print at one in ten thousand', () => {
  const pictures = Array.from({ length: 120 }, (_, kind) => drawnNonFinger(kind));
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
    expect(highestScore(await picturesOf(eyes, 12, 500), templates)).toBeLessThan(fingerThreshold(1e-4));
  },
  300_000,
);
