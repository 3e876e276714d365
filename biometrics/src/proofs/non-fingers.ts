import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawnNonFinger } from '../fingerprint/drawn-non-finger.ts';
import { extractFinger } from '../fingerprint/extract-finger.ts';
import { fingerThreshold, matchFingers } from '../fingerprint/match-fingers.ts';
import type { GrayImage } from '../images/gray-image.ts';
import { readImage } from '../images/read-image.ts';
import { drawNonEye, NON_EYE_KINDS } from '../iris/draw-non-eye.ts';
import { syntheticPerson } from '../readers/simulators/synthetic-person.ts';

interface Sample {
  readonly name: string;
  readonly image: GrayImage;
}

interface Enrolled {
  readonly name: string;
  readonly template: Uint8Array;
}

/** Resolutions of the development sets, whose files do not say. */
const SETS = { 'fvc2002-db2b': 569, 'fvc2004-db3b': 512 } as const;

/** Drawn faces, landscapes, text, textures, ridges, noise; real eyes and faces where the development data are present. */
async function nonFingers(data: string): Promise<Sample[]> {
  const pictures = NON_EYE_KINDS.flatMap((kind) =>
    [0, 1, 2, 3, 4, 5, 6, 7].map((seed) => ({ name: `${kind} ${seed}`, image: drawNonEye(kind, seed) })),
  );
  const textures = Array.from({ length: 60 }, (_, kind) => ({
    name: `texture ${kind}`,
    image: drawnNonFinger(kind),
  }));
  const eyes = (await imagesIn(join(data, 'irises-dev'), 500)).filter((_, i) => i % 6 === 0);
  const faces = await imagesIn(join(data, 'iso-samples', 'registration'), 500, /Face|Photo/);
  return [...pictures, ...textures, ...eyes, ...faces];
}

/** All real prints; drawn ones where there are none. */
async function prints(data: string): Promise<Sample[]> {
  const real: Sample[] = [];
  for (const [set, ppi] of Object.entries(SETS))
    real.push(...(await imagesIn(join(data, 'fingers-dev', set), ppi)));
  if (real.length > 0) return real;
  return Array.from({ length: 20 }, (_, k) => ({
    name: `drawn ${k}`,
    image: syntheticPerson(`non-fingers ${k}`).finger('right-index', { severity: 0.2 }),
  }));
}

async function imagesIn(folder: string, ppi: number, wanted = /\.(png|jpg|tif)$/): Promise<Sample[]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => wanted.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const image = await readImage(new Uint8Array(await readFile(join(folder, name))));
      return { name, image: { ...image, ppi } };
    }),
  );
}

function enrol(samples: readonly Sample[]): Enrolled[] {
  return samples.flatMap(({ name, image }) => {
    const made = extractFinger(image);
    return made.ok ? [{ name, template: made.template }] : [];
  });
}

/** `npm run prove -- non-fingers`: whatever is no finger and still enrols must be alike with no print at all. */
async function nonFingersProof({ projectRoot }: { readonly projectRoot: string }) {
  const data = join(projectRoot, '..', 'shared', 'data');
  const [others, real] = [await nonFingers(data), await prints(data)];
  const [passed, enrolled] = [enrol(others), enrol(real)];
  const highest = passed
    .map(({ name, template }) => ({
      name,
      score: Math.max(...enrolled.map((print) => matchFingers(template, print.template))),
    }))
    .sort((a, b) => b.score - a.score);
  const threshold = fingerThreshold(1e-4);
  const summary = {
    nonFingers: others.length,
    refused: others.length - passed.length,
    prints: enrolled.length,
    highestScore: Number((highest[0]?.score ?? 0).toFixed(2)),
    threshold,
    above: highest.filter(({ score }) => score >= threshold).length,
  };
  const list = highest.slice(0, 10).map(({ name, score }) => `- ${name}: ${score.toFixed(1)}`);
  const report = [
    `${others.length} pictures that are no fingers (drawn faces, landscapes, text, textures, ridges and noise; eyes and faces`,
    `where the development data are present) were put through finger extraction; ${summary.refused} were refused. The others were`,
    `matched against ${enrolled.length} prints. The threshold for a false-match rate of 1e-4 is ${threshold}. Highest scores:`,
    '',
    ...(list.length > 0 ? list : ['- none enrolled']),
  ].join('\n');
  return { summary, report, holds: summary.above === 0 && enrolled.length > 0 };
}

export const proofs = { 'non-fingers': nonFingersProof };
