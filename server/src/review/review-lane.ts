import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { isDossierNote, officerDossierNotes } from '@permit/domain/checks/dossier-papers.ts';
import type { ApplicationState } from '@permit/domain/machines/application-machine.ts';
import type { reviewApi } from '@permit/domain/contract/review-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { Role } from '@permit/domain/staff/roles.ts';
import { recordAudit } from '../audit/record-audit.ts';
import {
  CASE_COLUMNS,
  describeCase,
  recordReadList,
  type CaseRow,
} from '../applications/application-lookup.ts';
import type { ApplicationRow } from '../applications/application-store.ts';
import { findingsOf } from '../applications/case-words.ts';
import { readCaseDossier } from '../dossier/case-dossier.ts';
import { asBusinessTime } from '../clock.ts';
import { ofOffice } from '../applications/of-office.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';

type FoundRow = Pick<ApplicationRow, 'id' | 'findings' | 'findings_sealed'>;

const LEASE_MINUTES = 10;

const NOT_THEIR_OWN = ['submitted_by', 'checked_by', 'considered_by', 'worker_person']
  .map((column) => `a.${column} IS DISTINCT FROM ?`)
  .join(' AND ');

/** Which state waits for which role. */
const LANE: Partial<Record<Role, ApplicationState>> = {
  'document-checker': 'in-document-check',
  'assistant-registrar': 'with-assistant-registrar',
  registrar: 'with-registrar',
  'head-of-office': 'with-registrar',
};

function laneOf(tx: Tx): ApplicationState {
  const lane = LANE[tx.caller.role as Role];
  if (!lane) throw new ApiError('not-permitted');
  return lane;
}

/** The caller's lane, oldest due first; one query for the page and one for the count. */
export async function reviewLane(
  tx: Tx,
  input: InputOf<typeof reviewApi.reviewLane>,
): Promise<OutputOf<typeof reviewApi.reviewLane>> {
  const lane = laneOf(tx);
  const rows = await laneQuery(tx, lane).limit(input.limit).select<CaseRow[]>(CASE_COLUMNS);
  await recordReadList(tx, 'lane-read', rows);
  const { waiting, oldest } = await countLane(tx, lane);
  return {
    waiting,
    ...(oldest ? { oldestSince: asBusinessTime(tx.deps.clock, oldest).toISOString() } : {}),
    cases: rows.map((row) => describeCase(tx.deps.keys, row)),
  };
}

function laneQuery(tx: Tx, lane: ApplicationState) {
  const query = tx
    .db('applications as a')
    .join('people as p', 'p.id', 'a.worker_person')
    .where('a.state', lane)
    .orderByRaw('a.due_at ASC NULLS LAST, a.state_since, a.id');
  return ofOffice(tx, query, 'a.office_party');
}

async function countLane(tx: Tx, lane: ApplicationState): Promise<{ waiting: number; oldest: Date | null }> {
  const row = await ofOffice(tx, tx.db('applications').where('state', lane), 'office_party').first<{
    waiting: number;
    oldest: Date | null;
  }>(tx.db.raw('count(*)::int AS waiting'), tx.db.raw('min(state_since) AS oldest'));
  return row;
}

/** Takes the next case for the caller for ten minutes; two officers never get the same. */
export async function reviewNext(tx: Tx): Promise<OutputOf<typeof reviewApi.reviewNext>> {
  const lane = laneOf(tx);
  const now = tx.deps.clock.now();
  const row = await laneQuery(tx, lane)
    .whereRaw('(a.review_until IS NULL OR a.review_until < ? OR a.review_by = ?)', [
      now,
      tx.caller.personId ?? null,
    ])
    // A case that the caller may not decide would stand in the way of all behind it.
    .whereRaw(NOT_THEIR_OWN, Array<string | null>(4).fill(tx.caller.personId ?? null))
    .forUpdate('a')
    .skipLocked()
    .first<(CaseRow & FoundRow) | undefined>(...CASE_COLUMNS, 'a.id', 'a.findings', 'a.findings_sealed');
  const { waiting } = await countLane(tx, lane);
  if (!row) return { findings: [], waiting };
  const leaseUntil = new Date(now.getTime() + LEASE_MINUTES * 60_000);
  await tx
    .db('applications')
    .where('id', row.id)
    .update({ review_by: tx.caller.personId ?? null, review_until: leaseUntil });
  const fact = { act: 'case-taken', subjectKind: 'application', subjectId: row.public_id, purpose: 'review' };
  await recordAudit(tx, { ...fact, applicationId: row.id });
  return {
    case: describeCase(tx.deps.keys, row),
    findings: await findingsNow(tx, row),
    leaseUntil: leaseUntil.toISOString(),
    waiting,
  };
}

/** What was found when the case was filed, and how the papers of the dossier that it cites stand today. */
async function findingsNow(
  tx: Tx,
  row: CaseRow & FoundRow,
): Promise<OutputOf<typeof reviewApi.reviewNext>['findings']> {
  const found = findingsOf(tx.deps.keys, {
    workerPerson: row.worker_person,
    workerKeyWrapped: row.wrapped_key ?? undefined,
    findings: row.findings,
    findingsSealed: row.findings_sealed ?? undefined,
  });
  const { cited } = await readCaseDossier(tx, row.public_id);
  const notes = officerDossierNotes(cited, bangkokDate(tx.deps.clock.business()));
  return [
    ...found.filter((finding) => !isDossierNote(finding)),
    ...notes.map(({ evidence, ...note }) => ({
      ...note,
      evidence: { ...evidence } as Record<string, string>,
    })),
  ];
}

/**
 * Backlog by state, without any person in it. Officers see their own office's; a centre's supervisor has no case of
 * the office open to them and sees the count of all.
 */
export function reviewStats(tx: Tx): Promise<OutputOf<typeof reviewApi.reviewStats>> {
  return tx.caller.role === 'centre-supervisor' ? asJob(tx, () => countStates(tx)) : countStates(tx);
}

async function countStates(tx: Tx): Promise<OutputOf<typeof reviewApi.reviewStats>> {
  const rows = await ofOffice(tx, tx.db('applications'), 'office_party')
    .whereNot('state', 'draft')
    .groupBy('state')
    .orderBy('state')
    .select<{ state: ApplicationState; count: number; oldest: Date }[]>(
      'state',
      tx.db.raw('count(*)::int AS count'),
      tx.db.raw('min(state_since) AS oldest'),
    );
  return {
    states: rows.map(({ state, count, oldest }) => ({
      state,
      count,
      oldestSince: asBusinessTime(tx.deps.clock, oldest).toISOString(),
    })),
  };
}
