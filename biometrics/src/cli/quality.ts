import { parseArgs } from 'node:util';
import { analysePrint } from '../fingerprint/analyse-print.ts';
import { extractFinger, unfitForExtraction } from '../fingerprint/extract-finger.ts';
import type { GrayImage } from '../images/gray-image.ts';
import { readImage } from '../images/read-image.ts';
import { fingerQuality } from '../quality/finger-quality.ts';
import { loadEngine, type EngineName } from '../modality-engine.ts';
import { readInput } from './read-input.ts';

const USAGE = `usage: npm run bio -- quality [--modality finger|iris] [--ppi N] FILE…
One JSON line a file. Without --modality a picture that passes as a finger is measured as one, else as an eye.`;

/** `quality FILE…`: exit 0, or 2 on wrong use; a file that cannot be read says so in its line. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { modality: { type: 'string' }, ppi: { type: 'string' } },
    allowPositionals: true,
  });
  const { modality } = values;
  const ppi = values.ppi === undefined ? undefined : Number(values.ppi);
  const known = modality === undefined || modality === 'finger' || modality === 'iris';
  if (!known || positionals.length === 0 || (ppi !== undefined && !(ppi > 0))) {
    console.error(USAGE);
    return 2;
  }
  for (const file of positionals) {
    const found = await readInput<object>(file, async (bytes) => {
      const image = await readImage(bytes);
      return measure(ppi === undefined ? image : { ...image, ppi }, modality);
    });
    console.log(JSON.stringify({ file, ...found }));
  }
  return 0;
}

async function measure(image: GrayImage, modality: EngineName | undefined): Promise<object> {
  const finger = extractFinger(image);
  if (modality === 'finger' || (modality === undefined && finger.ok)) {
    return { modality: 'finger', ...answer(finger), ...fingerDetails(image) };
  }
  const iris = (await loadEngine('iris')).extract(image, undefined);
  return { modality: 'iris', ...answer(iris), ...(iris.ok ? iris.details : {}) };
}

function answer(made: { ok: true; quality: number } | { ok: false; reason: string }): object {
  return made.ok ? { ok: true, quality: made.quality } : { ok: false, reason: made.reason };
}

/** Measures are given for refused prints too: they say why. */
function fingerDetails(image: GrayImage): object {
  if (unfitForExtraction(image)) return {};
  const { clarity, reasons, measures } = fingerQuality(analysePrint(image));
  return { reasons, clarity, measures };
}
