import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Instant, Nothing, PublicId } from './wire-types.ts';

/** What the software of an employer or agent may be let do; nothing that changes accounts, keys or delegations. */
export const MACHINE_SCOPES = [
  'listServices',
  'getService',
  'createDraft',
  'updateDraft',
  'precheckDraft',
  'attachDocument',
  'attachUpload',
  'getDocument',
  'listDossier',
  'addDossierPaper',
  'submitApplication',
  'withdrawApplication',
  'answerRequest',
  'getApplication',
  'listApplications',
  'listEvents',
  'listBills',
  'getBill',
  'payBills',
  'listBillGroups',
  'getBillGroup',
  'getPermit',
  'listPermits',
  'createUpload',
  'appendUpload',
  'getUpload',
  'importWorkers',
  'submitMany',
  'answerMany',
  'listBulkRuns',
  'getBulkRun',
  'listBulkRows',
  'downloadBulkReport',
  'fileNotice',
  'addNoticePapers',
  'listNotices',
  'getNotice',
  'getNoticeReceipt',
  'answerCorrection',
  'listPapers',
  'getPaper',
  'requestBundle',
  'getBundle',
  'downloadBundle',
  'recordAttempt',
] as const;

const Name = z.string().trim().min(1).max(80);
export const MachineKey = z
  .object({
    keyId: PublicId,
    name: Name,
    scopes: z.array(z.string()),
    dailyQuota: z.int(),
    perMinute: z.int(),
    createdAt: Instant,
    expiresAt: Instant,
    usedAt: Instant.optional(),
    usedToday: z.int(),
    revoked: z.boolean(),
  })
  .meta({ id: 'MachineKey' });
const NewKey = z.object({ keyId: PublicId, secret: z.string().optional() });
const OWNERS = ['employer', 'agent'] as const;

export const machineKeysApi = {
  listMachineKeys: endpoint({
    id: 'listMachineKeys',
    summary: 'Keys of my own software',
    method: 'GET',
    path: '/machine-keys',
    allow: OWNERS,
    input: z.object({}),
    output: z.object({ keys: z.array(MachineKey) }),
  }),
  createMachineKey: endpoint({
    id: 'createMachineKey',
    summary: 'A key for my own software; its secret is answered this once',
    method: 'POST',
    path: '/machine-keys',
    allow: OWNERS,
    idempotency: 'key',
    status: 201,
    input: z.object({
      name: Name,
      scopes: z.array(z.enum(MACHINE_SCOPES)).min(1).max(MACHINE_SCOPES.length),
      dailyQuota: z.int().min(1).max(100_000).default(5_000),
      perMinute: z.int().min(1).max(600).default(60),
      days: z.int().min(1).max(366).default(180),
    }),
    output: NewKey,
  }),
  rotateMachineKey: endpoint({
    id: 'rotateMachineKey',
    summary: 'A new secret for a key; the old one works for a day more',
    method: 'POST',
    path: '/machine-keys/{keyId}/rotate',
    allow: OWNERS,
    input: z.object({ keyId: PublicId }),
    output: NewKey,
  }),
  revokeMachineKey: endpoint({
    id: 'revokeMachineKey',
    summary: 'End a key at once',
    method: 'DELETE',
    path: '/machine-keys/{keyId}',
    allow: OWNERS,
    input: z.object({ keyId: PublicId }),
    output: Nothing,
  }),
} as const;
