import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { checkCatalogue } from '@permit/domain/catalogue/check-catalogue.ts';
import { diffDefinitions } from '@permit/domain/catalogue/diff-definitions.ts';
import { nextVersion, type DraftVersion } from '@permit/domain/catalogue/draft-version.ts';
import { SAMPLE_DRAFTS } from '@permit/domain/catalogue/sample-drafts.ts';
import type { ServiceCatalogue } from '@permit/domain/catalogue/service-catalogue.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import { simulateVersion } from '@permit/domain/catalogue/simulate-version.ts';
import type { catalogueApi } from '@permit/domain/contract/catalogue-api.ts';
import type { OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { Tx } from '../database/transaction.ts';

export type DraftView = OutputOf<typeof catalogueApi.draftService>;

export interface DraftRow {
  id: string;
  public_id: string;
  service_code: string;
  effective_from: string;
  change: DraftVersion['change'];
  why: string;
  prepared_by: string;
  prepared_at: Date;
  discarded_at: Date | null;
  published: ServiceDefinition | null;
}

/** Prepared versions, each with what it was published as. */
export function draftQuery(tx: Tx) {
  return tx
    .db('catalogue_drafts as d')
    .leftJoin('published_services as s', 's.draft_id', 'd.id')
    .select<DraftRow[]>('d.*', 's.definition as published');
}

/** What a draft would make of the newest version of its service, or what is wrong with it. */
export function resultOf(
  catalogue: ServiceCatalogue,
  row: DraftRow,
): { before: ServiceDefinition; after: ServiceDefinition | undefined; problems: readonly string[] } {
  const history = catalogue.versions.filter(({ code }) => code === row.service_code);
  const published = row.published;
  const before = published
    ? history.filter(({ version }) => version < published.version).at(-1)
    : history.at(-1);
  if (!before) throw new Error(`the catalogue has no ${row.service_code}`);
  if (published) return { before, after: published, problems: [] };
  const effectiveFrom = calendarDate(row.effective_from);
  const next = nextVersion(before, { code: row.service_code, effectiveFrom, change: row.change });
  if (!next.ok) return { before, after: undefined, problems: next.problems };
  const { faults } = checkCatalogue([...catalogue.versions, next.version]);
  return { before, after: next.version, problems: faults.map(({ message }) => message) };
}

/** The draft with its differences and with every sample case replayed under both versions. */
export function describeDraft(tx: Tx, catalogue: ServiceCatalogue, row: DraftRow): DraftView {
  const { before, after, problems } = resultOf(catalogue, row);
  const samples = Object.values(SAMPLE_DRAFTS).filter(({ serviceCode }) => serviceCode === row.service_code);
  const today = bangkokDate(tx.deps.clock.business());
  const changes = after ? simulateVersion({ before, after }, SAMPLE_DRAFTS, today) : [];
  return {
    draftId: row.public_id,
    code: row.service_code,
    version: after?.version ?? before.version + 1,
    effectiveFrom: row.effective_from,
    why: row.why,
    preparedAt: row.prepared_at.toISOString(),
    mine: row.prepared_by === tx.caller.personId,
    state: row.published ? 'published' : row.discarded_at ? 'discarded' : 'waiting',
    problems: [...problems],
    differences: after ? (diffDefinitions(before, after) as DraftView['differences']) : [],
    samples: samples.length,
    changes: changes.map(({ sample, before: was, after: will }) => ({
      sample,
      before: copyOutcome(was),
      after: copyOutcome(will),
    })),
  };
}

const copyOutcome = (outcome: {
  fees: Readonly<Record<string, number>>;
  papers: readonly string[];
  findings: readonly string[];
}) => ({ fees: { ...outcome.fees }, papers: [...outcome.papers], findings: [...outcome.findings] });
