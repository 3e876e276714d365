import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { isRecord, readRecord } from '../formats/read-record.ts';
import { encodeBmp } from '../images/bmp.ts';
import type { GrayImage } from '../images/gray-image.ts';
import { fingerRecordOf, irisRecordOf, type Provenance } from '../images/image-record-of.ts';
import { encodeJpeg2000 } from '../images/jpeg2000.ts';
import { encodePgm } from '../images/pgm.ts';
import { readImage } from '../images/read-image.ts';
import { encodeJpeg, encodePng, encodeTiff } from '../images/sharp-image.ts';
import { readInput } from './read-input.ts';

type Encode = (image: GrayImage, known: Provenance) => Uint8Array | Promise<Uint8Array>;

const ENCODERS: Readonly<Record<string, Encode>> = {
  '.png': encodePng,
  '.jpg': (image) => encodeJpeg(image),
  '.jpeg': (image) => encodeJpeg(image),
  '.tif': encodeTiff,
  '.tiff': encodeTiff,
  '.bmp': encodeBmp,
  '.pgm': encodePgm,
  '.jp2': encodeJpeg2000,
  '.fir': fingerRecordOf,
  '.iir': irisRecordOf,
};

/** `convert IN OUT`: the kind of IN is told by its content, that of OUT by its name's extension. */
export async function run(args: readonly string[]): Promise<number> {
  const [from, to] = args;
  const encode = to === undefined ? undefined : ENCODERS[extname(to).toLowerCase()];
  if (args.length !== 2 || from === undefined || to === undefined || encode === undefined) {
    console.error(`usage: npm run bio -- convert IN OUT   (OUT ends in ${Object.keys(ENCODERS).join(' ')})`);
    return 2;
  }
  const result = await readInput(from, async (bytes) => {
    await writeFile(to, await encode(await readImage(bytes), provenanceOf(bytes)));
    return { ok: true } as const;
  });
  if (!result.ok) console.error(JSON.stringify({ file: from, ...result }));
  return result.ok ? 0 : 1;
}

/** What a record says about its first picture goes along into another record. */
function provenanceOf(bytes: Uint8Array): Provenance {
  if (!isRecord(bytes)) return {};
  const record = readRecord(bytes);
  if (record.kind === 'finger-image') {
    const image = record.representations[0]!;
    return { details: image, position: image.position, impression: image.impression };
  }
  if (record.kind === 'iris-image') {
    const image = record.representations[0]!;
    return { details: image, position: image.eye };
  }
  return {};
}
