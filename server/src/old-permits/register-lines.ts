import { readHeadings, type WorkerColumn } from '@permit/domain/bulk/worker-columns.ts';
import { OLD_PERMIT_COLUMNS } from '@permit/domain/bulk/read-old-permit.ts';
import { parse } from 'csv-parse';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ApiError } from '../errors.ts';
import type { UploadReader } from '../uploads/upload-reader.ts';

export interface RegisterLine {
  /** As a spreadsheet counts: the headings are line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The lines of a register's file as they stream by; hash and place are known while reading. */
export interface RegisterFile {
  batches(size: number, after: number): AsyncGenerator<readonly RegisterLine[]>;
  columns(): readonly (WorkerColumn | undefined)[];
  bytesRead(): number;
  /** SHA-256 of the whole file; only after the last batch. */
  hash(): Buffer;
}

const LONGEST_RECORD = 64 * 1024;
const LEAST_KNOWN = 3;

/** Opens a register; a piece at a time is in memory, whatever the size of the file. */
export function openRegister(reader: UploadReader, encoding: 'utf-8' | 'windows-874'): RegisterFile {
  const digest = createHash('sha256');
  let bytesRead = 0;
  let columns: readonly (WorkerColumn | undefined)[] = [];
  async function* text(): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding, { fatal: true });
    for await (const piece of reader.stream()) {
      digest.update(piece);
      bytesRead += piece.length;
      yield decoder.decode(piece, { stream: true });
    }
    yield decoder.decode();
  }
  async function* batches(size: number, after: number): AsyncGenerator<readonly RegisterLine[]> {
    let batch: RegisterLine[] = [];
    let line = 0;
    for await (const cells of recordsOf(text())) {
      line += 1;
      if (line === 1) columns = columnsOf(cells);
      else if (line > after && cells.some((cell) => cell.trim() !== '')) batch.push({ line, cells });
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }
  return { batches, columns: () => columns, bytesRead: () => bytesRead, hash: () => digest.digest() };
}

/** A text that is no text or no CSV is refused by name: no retry mends it. */
async function* recordsOf(text: AsyncGenerator<string>): AsyncGenerator<readonly string[]> {
  const options = {
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_RECORD,
  };
  const source = Readable.from(text);
  const parser = parse(options);
  source.on('error', (error) => parser.destroy(error));
  try {
    for await (const record of source.pipe(parser)) yield record as string[];
  } catch (error) {
    if (isUnreadable(error)) throw refused('sheet-unreadable');
    throw error;
  } finally {
    source.destroy();
  }
}

function isUnreadable(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  return code.startsWith('CSV_') || code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
}

function columnsOf(headings: readonly string[]): readonly (WorkerColumn | undefined)[] {
  const columns = readHeadings(headings, OLD_PERMIT_COLUMNS);
  const known = columns.filter(Boolean);
  if (known.length < LEAST_KNOWN || !known.some((column) => column?.path === 'oldPermit.number'))
    throw refused('sheet-headings-unknown');
  return columns;
}

const refused = (detailCode: string): ApiError => new ApiError('refused', { detailCode });
