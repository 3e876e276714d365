import type { BundleSummary } from '@permit/domain/contract/papers-api.ts';
import type { PaperKind } from '@permit/domain/papers/paper.ts';
import type { Language } from '@permit/domain/texts/text.ts';
import type { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import type { PaperRow } from './keep-paper.ts';

export interface BundleRow {
  id: string;
  public_id: string;
  kinds: PaperKind[];
  language: Language | null;
  ready_at: Date | null;
  created_at: Date;
  expires_at: Date;
  done: number;
  total: number;
  failed: number;
}

/** A bundle with its progress, case by case. */
export function bundlesWithProgress(db: Database) {
  const count = (of: string) => `(SELECT count(*)::int FROM ${of})`;
  const cases = 'bundle_cases c WHERE c.bundle_id = k.id';
  return db('bundles as k').select<BundleRow[]>(
    'k.*',
    db.raw(`${count(cases)} AS total, ${count(`${cases} AND c.done_at IS NOT NULL`)} AS done,
            ${count('bundle_items i WHERE i.bundle_id = k.id AND i.problem IS NOT NULL')} AS failed`),
  );
}

/** A bundle that the caller asked for. */
export async function bundleOf(tx: Tx, publicId: string): Promise<BundleRow> {
  const row = await bundlesWithProgress(tx.db).where('k.public_id', publicId).first<BundleRow | undefined>();
  if (!row) throw notFound();
  return row;
}

/** How far it is; it expires by the real clock, because it is a matter of security. */
export function describeBundle(tx: Tx, row: BundleRow): z.infer<typeof BundleSummary> {
  const isOver = row.expires_at <= tx.deps.clock.now();
  return {
    bundleId: row.public_id,
    state: isOver ? 'expired' : row.ready_at ? 'ready' : 'preparing',
    done: row.done,
    total: row.total,
    failed: row.failed,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  };
}

export interface BundleItem extends Partial<PaperRow> {
  readonly name: string;
  readonly problem: string | null;
}

/** What goes into the ZIP, in its order, as far as the caller may see it. */
export async function itemsOf(db: Database, bundleId: string): Promise<BundleItem[]> {
  return db('bundle_items as i')
    .leftJoin('papers as p', 'p.id', 'i.paper_id')
    .where('i.bundle_id', bundleId)
    .orderBy(['i.position', 'i.item'])
    .select<BundleItem[]>('p.*', 'i.name', 'i.problem');
}
