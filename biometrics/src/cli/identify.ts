import { readdir } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { extractFinger } from '../fingerprint/extract-finger.ts';
import { matchFingers } from '../fingerprint/match-fingers.ts';
import { createFingerGallery } from '../gallery/finger-gallery.ts';
import { createIrisGallery } from '../gallery/iris-gallery.ts';
import { readImage } from '../images/read-image.ts';
import { extractIris } from '../iris/extract-iris.ts';
import { readIrisTemplate } from '../iris/iris-template.ts';
import { readInput, type InputProblem } from './read-input.ts';

const USAGE = `usage: npm run bio -- identify --gallery DIR [--modality finger|iris] [--ppi N] --top K FILE…
DIR and FILE: images, ISO records or templates (.tpl); without --modality the first image that is an eye says iris.`;

type Enrolled = { readonly ok: true; readonly template: Uint8Array } | InputProblem;
type Modality = 'finger' | 'iris';
interface Candidate {
  readonly name: string;
  readonly score: number;
}

interface Options {
  readonly gallery: string;
  readonly top: number;
  readonly modality: Modality | undefined;
  readonly ppi: number | undefined;
}

/** `identify`: the K best of the gallery for each probe, one JSON line a probe. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      gallery: { type: 'string' },
      top: { type: 'string', default: '10' },
      modality: { type: 'string' },
      ppi: { type: 'string' },
    },
    allowPositionals: true,
  });
  const [top, ppi] = [Number(values.top), values.ppi === undefined ? undefined : Number(values.ppi)];
  const modality = values.modality;
  const wrong = modality !== undefined && modality !== 'iris' && modality !== 'finger';
  if (values.gallery === undefined || positionals.length === 0 || !(top >= 1) || wrong) {
    console.error(USAGE);
    return 2;
  }
  return identify(positionals, { gallery: values.gallery, top, modality, ppi });
}

async function identify(probes: readonly string[], options: Options): Promise<number> {
  const files = (await readdir(options.gallery)).sort().map((name) => join(options.gallery, name));
  const modality = options.modality ?? (await modalityOf(files[0] ?? ''));
  const enrol = (file: string) => readInput(file, (bytes) => templateOf(bytes, modality, options.ppi));
  const search = modality === 'iris' ? await irisSearch(files, enrol) : await fingerSearch(files, enrol);
  for (const file of probes) {
    const start = performance.now();
    const probe = await enrol(file);
    const found = probe.ok ? { ok: true, candidates: await search(probe.template, options.top) } : probe;
    console.log(JSON.stringify({ file, ...found, ms: Math.round(performance.now() - start) }));
  }
  return 0;
}

async function modalityOf(file: string): Promise<Modality> {
  const iris = await readInput(file, (bytes) => templateOf(bytes, 'iris', undefined));
  return iris.ok ? 'iris' : 'finger';
}

async function templateOf(bytes: Uint8Array, modality: Modality, ppi: number | undefined): Promise<Enrolled> {
  if (isTemplate(bytes, modality)) return { ok: true, template: bytes };
  const image = await readImage(bytes);
  return modality === 'iris'
    ? extractIris(image)
    : extractFinger(ppi === undefined ? image : { ...image, ppi });
}

function isTemplate(bytes: Uint8Array, modality: Modality): boolean {
  if (modality === 'iris') return readIrisTemplate(bytes) !== undefined;
  try {
    matchFingers(bytes, bytes);
    return true;
  } catch (fault) {
    if (fault instanceof RangeError) return false;
    throw fault;
  }
}

type Enrol = (file: string) => Promise<Enrolled>;
type Search = (probe: Uint8Array, top: number) => Promise<Candidate[]>;

async function irisSearch(files: readonly string[], enrol: Enrol): Promise<Search> {
  const gallery = createIrisGallery();
  for (const file of files) {
    const entry = await enrol(file);
    if (entry.ok) gallery.insert(parse(file).name, entry.template);
  }
  return async (probe, top) => {
    return (await gallery.search(probe, top)).map(({ id, score }) => ({ name: id, score }));
  };
}

/** A folder does not say which finger is which: all stand in one place and go through the sieve. */
async function fingerSearch(files: readonly string[], enrol: Enrol): Promise<Search> {
  const gallery = createFingerGallery();
  for (const file of files) {
    const entry = await enrol(file);
    if (entry.ok) gallery.insert(parse(file).name, 'right-index', entry.template);
  }
  return async (template, top) => {
    const found = await gallery.search({ position: 'right-index', template }, top);
    return found.map(({ id, score }) => ({ name: id, score }));
  };
}
