import type { oldPermitsApi } from '@permit/domain/contract/old-permits-api.ts';
import type { OutputOf } from '@permit/domain/contract/endpoint.ts';
import { asBusinessTime, type Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';

/** An import of an old register as its row keeps it. */
export interface PermitImport {
  readonly id: string;
  readonly publicId: string;
  readonly uploadId: string | undefined;
  readonly source: string;
  readonly encoding: 'utf-8' | 'windows-874';
  readonly bytes: number;
  readonly bytesDone: number;
  readonly lineDone: number;
  readonly kept: number;
  readonly refused: number;
  readonly duplicates: number;
  readonly contradictions: number;
  readonly fileHash: Buffer | undefined;
  readonly problem: string | undefined;
  readonly createdAt: Date;
  readonly finishedAt: Date | undefined;
}

interface ImportRow {
  id: string;
  public_id: string;
  upload_id: string | null;
  source: string;
  encoding: 'utf-8' | 'windows-874';
  bytes: number;
  bytes_done: number;
  line_done: number;
  kept: number;
  refused: number;
  duplicates: number;
  contradictions: number;
  file_sha256: Buffer | null;
  problem: string | null;
  created_at: Date;
  finished_at: Date | null;
}

/** By internal id or by public id; as the job class. */
export async function findPermitImport(
  db: Database,
  by: { id: string } | { public_id: string },
): Promise<PermitImport | undefined> {
  const row = await db('old_permit_imports').where(by).first<ImportRow | undefined>();
  return row && fromRow(row);
}

/** Newest first; as the job class. */
export async function listPermitImports(db: Database, limit: number): Promise<readonly PermitImport[]> {
  const rows = await db('old_permit_imports')
    .orderBy('created_at', 'desc')
    .limit(limit)
    .select<ImportRow[]>();
  return rows.map(fromRow);
}

/** As the wire tells it. */
export function describeImport(
  clock: Clock,
  one: PermitImport,
): OutputOf<typeof oldPermitsApi.getPermitImport> {
  const { source, bytes, bytesDone, lineDone, kept, refused, duplicates, contradictions } = one;
  return {
    importId: one.publicId,
    ...{ source, bytes, bytesDone, lineDone, kept, refused, duplicates, contradictions },
    ...(one.fileHash ? { fileHash: one.fileHash.toString('hex') } : {}),
    startedAt: asBusinessTime(clock, one.createdAt).toISOString(),
    ...(one.finishedAt ? { finishedAt: asBusinessTime(clock, one.finishedAt).toISOString() } : {}),
    ...(one.problem ? { problem: one.problem } : {}),
  };
}

function fromRow(row: ImportRow): PermitImport {
  return {
    id: row.id,
    publicId: row.public_id,
    uploadId: row.upload_id ?? undefined,
    source: row.source,
    encoding: row.encoding,
    bytes: row.bytes,
    bytesDone: row.bytes_done,
    lineDone: row.line_done,
    kept: row.kept,
    refused: row.refused,
    duplicates: row.duplicates,
    contradictions: row.contradictions,
    fileHash: row.file_sha256 ?? undefined,
    problem: row.problem ?? undefined,
    createdAt: row.created_at,
    finishedAt: row.finished_at ?? undefined,
  };
}
