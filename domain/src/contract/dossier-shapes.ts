import { z } from 'zod';
import { AttorneyActSchema } from '../catalogue/parties.ts';
import { DOSSIER_KIND_NAMES } from '../dossier/dossier-kinds.ts';
import { DOSSIER_STANDINGS } from '../dossier/dossier-paper.ts';
import { Instant, PublicId, Satang, WireDate } from './wire-types.ts';

export const DossierKindSchema = z.enum(DOSSIER_KIND_NAMES).meta({ id: 'DossierKind' });

export const DossierPaperSchema = z
  .object({
    paperId: PublicId,
    employer: z.object({ partyId: PublicId, name: z.string() }),
    kind: DossierKindSchema,
    /** Counts the papers of one kind (and agent) of an employer; a case cites one of them for good. */
    version: z.int(),
    standing: z.enum(DOSSIER_STANDINGS),
    mime: z.string(),
    pages: z.int(),
    /** What its filer calls it: which branch, which place of work. */
    label: z.string().optional(),
    ownLastDay: WireDate.optional(),
    attorney: z
      .object({
        agentPartyId: PublicId,
        acts: z.array(AttorneyActSchema),
        from: WireDate,
        until: WireDate,
        stampDutySatang: Satang,
      })
      .optional(),
    addedAt: Instant,
    /** Whoever checked it, by their role, and until when cases may cite it. */
    checkedAt: Instant.optional(),
    checkedBy: z.string().optional(),
    validUntil: WireDate.optional(),
    /** The last day that a check today may give. */
    atMostUntil: WireDate.optional(),
    /** Why it was not accepted. */
    reason: z.string().optional(),
  })
  .meta({ id: 'DossierPaper' });

/** A paper of the dossier that answers a demand of a case; `fixed` once the case was filed with it. */
export const CitedPaper = z
  .object({ ...DossierPaperSchema.shape, demand: z.string(), fixed: z.boolean() })
  .meta({ id: 'CitedPaper' });
