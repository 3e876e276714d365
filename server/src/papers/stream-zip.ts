import { Readable, Transform } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of a ZIP, opened only when its turn comes. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  open(): Promise<Buffer>;
}

/** Fixed, so that the same files give the same bytes: a download that broke can go on at any byte. */
const MTIME = new Date('2026-01-01T00:00:00Z');

/** A ZIP as a stream of known length; PDFs are not compressed again. Memory holds one file at a time. */
export async function streamZip(entries: readonly ZipEntry[]): Promise<{ stream: Readable; size: number }> {
  const zip = new ZipFile();
  for (const entry of entries) {
    const options = { size: entry.size, compress: false, mtime: MTIME, mode: 0o100644 };
    zip.addReadStreamLazy(entry.name, options, (give) => {
      entry.open().then(
        (bytes) => give(null, Readable.from([bytes])),
        (error: Error) => give(error, Readable.from([])),
      );
    });
  }
  // The published types forget the size that the callback is handed.
  const size = await new Promise<number>((resolve) =>
    zip.end({ forceZip64Format: false, comment: '' }, resolve as () => void),
  );
  const stream = zip.outputStream as Readable;
  zip.on('error', (error: Error) => stream.destroy(error));
  return { stream, size };
}

/** Lets nothing through before byte `start`. */
export function skipUntil(start: number): Transform {
  let left = start;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const skipped = Math.min(left, chunk.length);
      left -= skipped;
      done(null, chunk.subarray(skipped));
    },
  });
}

/** The first byte that a Range header asks for, `bytes=N-` only; undefined for the whole or for what we do not do. */
export function rangeStart(header: string | undefined, size: number): number | undefined {
  const start = Number(/^bytes=(\d{1,15})-$/.exec(header ?? '')?.[1]);
  return Number.isSafeInteger(start) && start > 0 && start < size ? start : undefined;
}
