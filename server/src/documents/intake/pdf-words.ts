import type { IntakeReason } from './examined.ts';

/**
 * Names of what a paper never needs: scripts, programs, other files. A place to open at, a link or a field does no
 * harm once the pages are pictures, and many good scanners write them.
 */
const ACTIVE = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|ImportData)(?![A-Za-z0-9])/;
/** Readers look for the end mark in the last kilobyte. */
const END_WITHIN = 1_024;
/** The longest comment that a ZIP may end with, and its end record. */
const ZIP_END_WITHIN = 65_535 + 22;

/**
 * What can be said of a PDF without opening it: whole to its end mark, nothing that acts by itself, and no ZIP at the
 * same time. What hides in compressed objects is asked of the reader afterwards (render-pdf.ts).
 */
export function faultOfPdfWords(bytes: Uint8Array): IntakeReason | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!/%%EOF[\s\0]*$/.test(file.subarray(-END_WITHIN).toString('latin1'))) return 'unreadable';
  if (isZipToo(file)) return 'two-formats';
  return ACTIVE.test(namesOutsideStreams(file.toString('latin1'))) ? 'active-content' : undefined;
}

/**
 * The objects without their streams: in four megabytes of compressed picture every short name stands somewhere by
 * chance. `#4a` is another way to write a letter of a name.
 */
function namesOutsideStreams(text: string): string {
  return withoutStreams(text).replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}

const STREAM = /\bstream\r?\n/g;
const ENDSTREAM = /\bendstream\b/g;

/**
 * Walks forward only: one expression over both ends would look through the rest of the file again for each beginning
 * that has no end, and four megabytes of beginnings would hold a child for half a minute.
 */
function withoutStreams(text: string): string {
  const kept: string[] = [];
  let at = 0;
  for (let stream = next(STREAM, text, at); stream; stream = next(STREAM, text, at)) {
    const end = next(ENDSTREAM, text, stream.to);
    if (!end) break;
    kept.push(text.slice(at, stream.from));
    at = end.to;
  }
  return [...kept, text.slice(at)].join(' ');
}

function next(expression: RegExp, text: string, from: number): { from: number; to: number } | undefined {
  expression.lastIndex = from;
  const found = expression.exec(text);
  return found ? { from: found.index, to: found.index + found[0].length } : undefined;
}

/** A ZIP is found from its end: a record that points back at a directory which is really there. */
function isZipToo(file: Buffer): boolean {
  const tail = file.subarray(-ZIP_END_WITHIN);
  const start = file.length - tail.length;
  for (let at = tail.indexOf('PK\x05\x06'); at !== -1; at = tail.indexOf('PK\x05\x06', at + 1)) {
    if (at + 22 > tail.length) return false;
    const directory = start + at - tail.readUInt32LE(at + 12);
    if (directory >= 0 && file.toString('latin1', directory, directory + 4) === 'PK\x01\x02') return true;
  }
  return false;
}
