import { matchFileName, comparableKey } from '@permit/domain/bulk/match-file-name.ts';
import { MAX_DOCUMENT_BYTES, type DocumentType } from '@permit/domain/catalogue/document-type.ts';
import { Readable } from 'node:stream';
import { fromRandomAccessReader, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import { ApiError } from '../errors.ts';
import type { UploadReader } from '../uploads/upload-reader.ts';

const MOST_FILES = 25_000;
/** A scan hardly shrinks; a thousandfold is a bomb, whatever its single sizes say. */
const MOST_INFLATION = 100;

export interface Paper {
  readonly name: string;
  readonly kind: DocumentType;
  /** Undefined where the file is larger than a document may be, or does not open. */
  read(): Promise<Uint8Array | undefined>;
}

/** The papers of a ZIP by the row that their names name. */
export interface PapersZip {
  papersOf(keys: readonly string[]): readonly Paper[];
  /** Names of files that no row can claim, by name alone: the pictures themselves are not read for text. */
  readonly unnamed: readonly string[];
  /** Names of files whose row was never asked for. */
  unclaimed(): readonly string[];
  close(): void;
}

/**
 * Opens a ZIP and refuses it as a whole where it is encrypted, leads out of its folder, names a file twice, or is a
 * bomb. Only the directory is read here; a file is inflated when its row is worked on, and never beyond its limit.
 */
export async function openPapersZip(reader: UploadReader, today: string): Promise<PapersZip> {
  const zip = await openZip(reader);
  const entries = await listEntries(zip);
  refuseUnsafe(entries, reader.bytes);
  const byKey = new Map<string, Paper[]>();
  const claimed = new Set<string>();
  const unnamed: string[] = [];
  for (const entry of entries) {
    const match = matchFileName(entry.fileName, today);
    if (!match) {
      unnamed.push(entry.fileName);
      continue;
    }
    const key = comparableKey(match.by === 'key' ? match.key : match.number);
    const paper = { name: entry.fileName, kind: match.kind, read: () => inflate(zip, entry) };
    byKey.set(key, [...(byKey.get(key) ?? []), paper]);
  }
  return {
    unnamed,
    papersOf(keys) {
      const wanted = [...new Set(keys.map(comparableKey))];
      wanted.forEach((key) => claimed.add(key));
      return wanted.flatMap((key) => byKey.get(key) ?? []);
    },
    unclaimed: () =>
      [...byKey].flatMap(([key, papers]) => (claimed.has(key) ? [] : papers.map(({ name }) => name))),
    close: () => zip.close(),
  };
}

class SealedFile extends RandomAccessReader {
  private readonly reader: UploadReader;
  constructor(reader: UploadReader) {
    super();
    this.reader = reader;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(piecesOf(this.reader, start, end), { objectMode: false });
  }
}

const PIECE_BYTES = 256 * 1024;

async function* piecesOf(reader: UploadReader, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; at += PIECE_BYTES)
    yield await reader.read(at, Math.min(end, at + PIECE_BYTES));
}

function openZip(reader: UploadReader): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true };
  return new Promise((resolve, reject) => {
    fromRandomAccessReader(new SealedFile(reader), reader.bytes, options, (error, zip) =>
      error ? reject(refused('zip-unreadable')) : resolve(zip),
    );
  });
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > MOST_FILES) return Promise.reject(refused('zip-too-many-files'));
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    // yauzl itself refuses absolute paths, `..` and backslashes by an error at that entry.
    zip.on('error', (error: Error) =>
      reject(refused(/path|relative|characters/i.test(error.message) ? 'zip-unsafe-path' : 'zip-unreadable')),
    );
    zip.on('entry', (entry: Entry) => {
      if (!entry.fileName.endsWith('/') && !isLitter(entry.fileName)) entries.push(entry);
      if (entry.isEncrypted()) reject(refused('zip-encrypted'));
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.readEntry();
  });
}

/** What operating systems add by themselves. */
function isLitter(name: string): boolean {
  return name.startsWith('__MACOSX/') || /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(name);
}

function refuseUnsafe(entries: readonly Entry[], zipBytes: number): void {
  const names = entries.map(({ fileName }) => fileName.normalize('NFC').toLowerCase());
  if (new Set(names).size !== names.length) throw refused('zip-file-twice');
  const inflated = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (inflated > Math.max(zipBytes, 64 * 1024) * MOST_INFLATION) throw refused('zip-bomb');
  // Overlapping entries inflate one piece many times; honest ones are never larger than the file together.
  if (entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0) > zipBytes)
    throw refused('zip-bomb');
}

async function inflate(zip: ZipFile, entry: Entry): Promise<Uint8Array | undefined> {
  if (entry.uncompressedSize > MAX_DOCUMENT_BYTES) return undefined;
  try {
    const parts: Buffer[] = [];
    let bytes = 0;
    for await (const part of await zip.openReadStreamPromise(entry)) {
      bytes += (part as Buffer).length;
      if (bytes > MAX_DOCUMENT_BYTES) return undefined;
      parts.push(part as Buffer);
    }
    return Buffer.concat(parts);
  } catch {
    return undefined;
  }
}

const refused = (detailCode: string): ApiError => new ApiError('refused', { detailCode });
