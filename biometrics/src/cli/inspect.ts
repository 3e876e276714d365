import { describeRecord } from '../formats/describe-record.ts';
import { isRecord, readRecord } from '../formats/read-record.ts';
import { imageKindOf } from '../images/encoded-image.ts';
import { readImage, readRecordImages } from '../images/read-image.ts';
import { readInput } from './read-input.ts';

/** `inspect FILE…`: one JSON line a file; exit 1 where one is malformed, with its offset and reason. */
export async function run(files: readonly string[]): Promise<number> {
  if (files.length === 0) {
    console.error('usage: npm run bio -- inspect FILE…');
    return 2;
  }
  let malformed = 0;
  for (const file of files) {
    const found = await readInput(file, inspectBytes);
    if (!found.ok) malformed++;
    console.log(JSON.stringify({ file, ...found }));
  }
  return malformed === 0 ? 0 : 1;
}

/** Image data are decoded too: a record whose picture is broken is not well-formed. */
async function inspectBytes(bytes: Uint8Array): Promise<{ ok: true; kind: string }> {
  if (!isRecord(bytes)) {
    const { width, height, ppi } = await readImage(bytes);
    return { ok: true, kind: imageKindOf(bytes)!, ...{ width, height, ppi: ppi ?? null } };
  }
  const record = readRecord(bytes);
  await readRecordImages(bytes, record);
  return { ok: true, kind: record.kind, ...{ record: describeRecord(record) } };
}
