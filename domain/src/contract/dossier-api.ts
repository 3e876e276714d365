import { z } from 'zod';
import { ATTORNEY_ACTS } from '../catalogue/parties.ts';
import { DocumentLink } from './document-links-api.ts';
import { DossierKindSchema, DossierPaperSchema } from './dossier-shapes.ts';
import { endpoint } from './endpoint.ts';
import { ReadingPurposeSchema } from './reading-purpose.ts';
import { Bytes, Instant, Nothing, PublicId, ShortText, WireDate } from './wire-types.ts';

const OWNERS = ['employer', 'agent'] as const;
const CHECKERS = ['document-checker', 'assistant-registrar', 'registrar', 'head-of-office'] as const;
export const dossierApi = {
  listDossier: endpoint({
    id: 'listDossier',
    summary:
      'Papers of an employer that its cases cite; for those who check: of that employer, or all that wait, oldest first',
    method: 'GET',
    path: '/dossier',
    allow: [...OWNERS, ...CHECKERS],
    input: z.object({ employer: PublicId.optional() }),
    output: z.object({ papers: z.array(DossierPaperSchema) }),
  }),
  addDossierPaper: endpoint({
    id: 'addDossierPaper',
    summary:
      'Add a paper to an employer’s dossier, once for all cases; a newer one of its kind waits beside the old',
    method: 'POST',
    path: '/dossier/papers',
    allow: OWNERS,
    idempotency: 'key',
    body: 'bytes',
    status: 201,
    input: z.object({
      kind: DossierKindSchema,
      /** The employer for whom an agent acts; a delegation in force is wanted. */
      onBehalfOf: PublicId.optional(),
      label: ShortText.max(120).optional(),
      ownLastDay: WireDate.optional(),
      agentPartyId: PublicId.optional(),
      /** Comma between them. */
      acts: z
        .string()
        .max(200)
        .transform((text) => text.split(','))
        .pipe(z.array(z.enum(ATTORNEY_ACTS)).min(1))
        .optional(),
      from: WireDate.optional(),
      until: WireDate.optional(),
      stampDutySatang: z.coerce.number().int().min(0).max(1_000_000_00).optional(),
      bytes: Bytes,
    }),
    output: DossierPaperSchema,
  }),
  linkDossierPaper: endpoint({
    id: 'linkDossierPaper',
    summary: 'Links to the pages of a paper of the dossier, as linkDocument gives them',
    method: 'POST',
    path: '/dossier/papers/{paperId}/links',
    allow: [...OWNERS, ...CHECKERS],
    input: z.object({ paperId: PublicId, purpose: ReadingPurposeSchema.default('own-dossier') }),
    output: z.object({ expiresAt: Instant, pages: z.array(DocumentLink) }),
  }),
  checkDossierPaper: endpoint({
    id: 'checkDossierPaper',
    summary:
      'Accept a paper until a day, for every case that cites it, or say why not; by another person than who added it',
    method: 'POST',
    path: '/dossier/papers/{paperId}/check',
    allow: CHECKERS,
    input: z
      .object({
        paperId: PublicId,
        accepted: z.boolean(),
        validUntil: WireDate.optional(),
        reason: ShortText.optional(),
      })
      .refine(({ accepted, validUntil, reason }) => (accepted ? validUntil : reason) !== undefined, {
        error: 'accepted-until-or-reason',
      }),
    output: DossierPaperSchema,
  }),
  removeDossierPaper: endpoint({
    id: 'removeDossierPaper',
    summary: 'Take a paper out of the dossier; cases that cite it keep it',
    method: 'DELETE',
    path: '/dossier/papers/{paperId}',
    allow: OWNERS,
    input: z.object({ paperId: PublicId }),
    output: Nothing,
  }),
} as const;
