import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { GrayImage } from '../images/gray-image.ts';
import { readImage } from '../images/read-image.ts';
import { chooseIrisKernel } from '../iris/choose-iris-kernel.ts';
import { drawEye } from '../iris/draw-eye.ts';
import { drawNonEye, NON_EYE_KINDS } from '../iris/draw-non-eye.ts';
import { extractIris } from '../iris/extract-iris.ts';
import { irisThreshold } from '../iris/iris-calibration.ts';
import { createIrisComparer } from '../iris/iris-comparer.ts';
import { createIrisKernel } from '../iris/iris-kernel.ts';

interface Sample {
  readonly name: string;
  readonly image: GrayImage;
}

/** Ten of each kind of drawn non-eye, and real prints and faces where the development data are present. */
async function nonEyes(data: string): Promise<Sample[]> {
  const drawn = NON_EYE_KINDS.flatMap((kind) => {
    return Array.from({ length: 10 }, (_, seed) => ({
      name: `${kind} ${seed}`,
      image: drawNonEye(kind, seed),
    }));
  });
  const prints = await imagesIn(join(data, 'fingers-dev', 'fvc2002-db2b'));
  const faces = await imagesIn(join(data, 'iso-samples', 'registration'), /Face|Photo|Thumb/);
  return [...drawn, ...prints, ...faces];
}

async function eyes(data: string): Promise<Sample[]> {
  const real = await imagesIn(join(data, 'irises-dev'));
  if (real.length > 0) return real;
  return Array.from({ length: 60 }, (_, identity) => ({
    name: `drawn ${identity}`,
    image: drawEye({ identity }),
  }));
}

async function imagesIn(folder: string, wanted = /\.(png|jpg)$/): Promise<Sample[]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => wanted.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({
      name,
      image: await readImage(new Uint8Array(await readFile(join(folder, name)))),
    })),
  );
}

function enrol(samples: readonly Sample[]): { name: string; template: Uint8Array }[] {
  return samples.flatMap(({ name, image }) => {
    const extraction = extractIris(image);
    return extraction.ok ? [{ name, template: extraction.template }] : [];
  });
}

/** `npm run prove -- non-eyes`: whatever is no eye and still enrols must be alike with no eye at all. */
async function nonEyesProof({ projectRoot }: { readonly projectRoot: string }) {
  const data = join(projectRoot, '..', 'shared', 'data');
  const [others, real] = [await nonEyes(data), await eyes(data)];
  const [passed, enrolled] = [enrol(others), enrol(real)];
  const templates = [...passed, ...enrolled].map(({ template }) => template);
  const comparer = createIrisComparer(templates, createIrisKernel(chooseIrisKernel(() => performance.now())));
  const highest = passed
    .map(({ name }, i) => ({ name, score: Math.max(...comparer.scoresOf(i).subarray(passed.length)) }))
    .sort((a, b) => b.score - a.score);
  const threshold = irisThreshold(1e-4);
  const top = highest[0]?.score ?? 0;
  const summary = {
    nonEyes: others.length,
    refused: others.length - passed.length,
    eyes: enrolled.length,
    highestScore: Number(top.toFixed(4)),
    threshold: Number(threshold.toFixed(4)),
    above: highest.filter(({ score }) => score >= threshold).length,
  };
  const list = highest.slice(0, 10).map(({ name, score }) => `- ${name}: ${score.toFixed(3)}`);
  const report = [
    `${others.length} pictures that are no eyes (drawn ones; prints, thumbs and faces where the development data are`,
    `present) were put through iris extraction; ${summary.refused} were refused. The others were matched against`,
    `${enrolled.length} eyes. The threshold for a false-match rate of 1e-4 is ${threshold.toFixed(3)}. Highest scores:`,
    '',
    ...(list.length > 0 ? list : ['- none enrolled']),
  ].join('\n');
  return { summary, report, holds: summary.above === 0 && enrolled.length > 0 };
}

export const proofs = { 'non-eyes': nonEyesProof };
