import { auditApi } from '@permit/domain/contract/audit-api.ts';
import { readingPurposeTexts } from '@permit/domain/texts/reading-purpose-texts.ts';
import type { StaffText } from '@permit/domain/texts/text.ts';
import type { Registrar } from '../http/route.ts';
import { startAnchor } from './anchor.ts';
import { verifyAuditChain } from './verify-audit.ts';

interface ExportedRow {
  position: number;
  at: Date;
  actor_person: string | null;
  actor_role: string;
  act: string;
  subject_kind: string;
  subject_id: string;
  purpose: string;
  hash: Buffer;
}

/** Rows of before may hold words of their own: those stand for themselves. */
function wordsOf(purpose: string): { purposeWords?: { th: string; en: string } } {
  const texts: Readonly<Record<string, StaffText>> = readingPurposeTexts.texts;
  const text = Object.hasOwn(texts, purpose) ? texts[purpose] : undefined;
  return text ? { purposeWords: { th: text.th, en: text.en } } : {};
}

/** The audit, for the auditor only. */
export function registerAuditRoutes({ route }: Registrar): void {
  route(auditApi.exportAudit, async (tx, { after, limit }) => {
    const rows = await tx
      .db('audit_chain as c')
      .join('audit_entries as e', 'e.id', 'c.entry_id')
      .where('c.position', '>', after)
      .orderBy('c.position')
      .limit(limit)
      .select<ExportedRow[]>(
        'c.position',
        'c.hash',
        'e.at',
        'e.actor_person',
        'e.actor_role',
        'e.act',
        'e.subject_kind',
        'e.subject_id',
        'e.purpose',
      );
    const anchor = startAnchor(tx.deps.config);
    const head = anchor.heads().at(-1);
    return {
      entries: rows.map((row) => ({
        position: row.position,
        at: row.at.toISOString(),
        actor: `${row.actor_role}${row.actor_person ? `:${row.actor_person}` : ''}`,
        act: row.act,
        subject: `${row.subject_kind}:${row.subject_id}`,
        purpose: row.purpose,
        ...wordsOf(row.purpose),
        hash: row.hash.toString('hex'),
      })),
      ...(head ? { anchor: { kind: anchor.kind, position: head.position, hash: head.hash } } : {}),
    };
  });
  route(auditApi.verifyAudit, async (tx) => {
    const anchor = startAnchor(tx.deps.config);
    const verdict = await verifyAuditChain(tx.db, tx.deps.keys, anchor.heads());
    return { ...verdict, anchorKind: anchor.kind };
  });
}
