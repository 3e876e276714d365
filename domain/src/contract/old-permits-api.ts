import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Instant, PublicId } from './wire-types.ts';

const ADMINISTRATOR = ['administrator'] as const;

/** An import of an old register: how far it is and what became of its lines. */
const PermitImport = z
  .object({
    importId: PublicId,
    source: z.string(),
    bytes: z.int(),
    bytesDone: z.int(),
    /** The last line that was worked off; the headings are line 1. */
    lineDone: z.int(),
    kept: z.int(),
    refused: z.int(),
    /** Kept lines that say the same as an earlier one of their number. */
    duplicates: z.int(),
    /** Kept lines that say something else. */
    contradictions: z.int(),
    /** SHA-256 of the file, in hex. */
    fileHash: z.string().optional(),
    startedAt: Instant,
    finishedAt: Instant.optional(),
    problem: z.string().optional(),
  })
  .meta({ id: 'PermitImport' });

/** Permits that were issued before this system. */
export const oldPermitsApi = {
  importPermits: endpoint({
    id: 'importPermits',
    summary: 'Import an old register of permits from a CSV that was uploaded for `old-permits`',
    method: 'POST',
    path: '/old-permits/imports',
    allow: ADMINISTRATOR,
    idempotency: 'key',
    status: 202,
    input: z.object({
      uploadId: PublicId,
      /** Which register it is, as the officer who reads it in five years will want to know. */
      source: z.string().trim().min(3).max(200),
      encoding: z.enum(['utf-8', 'windows-874']).default('utf-8'),
    }),
    output: PermitImport,
  }),
  listPermitImports: endpoint({
    id: 'listPermitImports',
    summary: 'Imports of old registers, newest first',
    method: 'GET',
    path: '/old-permits/imports',
    allow: ADMINISTRATOR,
    input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(50) }),
    output: z.object({ imports: z.array(PermitImport) }),
  }),
  getPermitImport: endpoint({
    id: 'getPermitImport',
    summary: 'How far an import of an old register is',
    method: 'GET',
    path: '/old-permits/imports/{importId}',
    allow: ADMINISTRATOR,
    input: z.object({ importId: PublicId }),
    output: PermitImport,
  }),
  listOldPermitConflicts: endpoint({
    id: 'listOldPermitConflicts',
    summary: 'Lines that repeat or contradict an earlier line; what differs is named, not shown',
    method: 'GET',
    path: '/old-permits/imports/{importId}/conflicts',
    allow: ADMINISTRATOR,
    input: z.object({
      importId: PublicId,
      standing: z.enum(['duplicate', 'contradiction']).optional(),
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    output: z.object({
      conflicts: z.array(
        z.object({
          line: z.int(),
          standing: z.enum(['duplicate', 'contradiction']),
          first: z.object({ importId: PublicId, line: z.int() }),
          /** Parts in which the two lines differ. */
          differs: z.array(z.string()),
        }),
      ),
      next: z.int().optional(),
    }),
  }),
  listOldPermitFaults: endpoint({
    id: 'listOldPermitFaults',
    summary: 'Lines that were not taken, with place and reason',
    method: 'GET',
    path: '/old-permits/imports/{importId}/faults',
    allow: ADMINISTRATOR,
    input: z.object({
      importId: PublicId,
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    output: z.object({
      faults: z.array(z.object({ line: z.int(), column: z.string(), code: z.string() })),
      next: z.int().optional(),
    }),
  }),
} as const;
