import { calendarDate, type CalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { stagesDue } from '@permit/domain/catalogue/appeal-stages.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import type { Appeal } from '@permit/domain/contract/appeals-api.ts';
import type { z } from 'zod';
import { decisionWordsOf } from '../applications/case-words.ts';
import { currentCatalogue } from '../catalogue/published-service-store.ts';
import type { Tx } from '../database/transaction.ts';
import { openJson, personKey } from '../vault/person-vault.ts';
import { openWords } from '../vault/sealed-words.ts';

export interface AppealRow {
  id: string;
  public_id: string;
  application_id: string;
  application_public_id: string;
  number: string;
  worker_person: string;
  wrapped_key: Buffer | null;
  filed_by: string;
  filed_at: Date;
  /** Null where a refusal is appealed. */
  order_id: string | null;
  order_public_id: string | null;
  order_number: string | null;
  order_kind: 'revoked' | 'cancelled' | null;
  order_ground: string | null;
  order_words: Buffer | null;
  known_on: string;
  late: boolean;
  grounds_sealed: Buffer;
  decision: { ground?: string } | null;
  decision_sealed: Buffer | null;
  outcome: 'allowed' | 'upheld' | null;
  reason_sealed: Buffer | null;
  decided_at: Date | null;
}

/** Appeals that the caller may see, with the case and the key behind each. */
export function appealQuery(tx: Tx) {
  return tx
    .db('appeals as l')
    .join('applications as a', 'a.id', 'l.application_id')
    .join('people as p', 'p.id', 'a.worker_person')
    .leftJoin('permit_orders as o', 'o.id', 'l.order_id');
}

const COLUMNS = [
  'l.*',
  'a.public_id as application_public_id',
  'a.number',
  'a.worker_person',
  'a.decision',
  'a.decision_sealed',
  'p.wrapped_key',
  'o.public_id as order_public_id',
  'o.number as order_number',
  'o.kind as order_kind',
  'o.ground as order_ground',
  'o.words_sealed as order_words',
];

export async function selectAppeals(query: ReturnType<typeof appealQuery>): Promise<AppealRow[]> {
  return query.select<AppealRow[]>(COLUMNS);
}

/** The newest appeal of a case by the case's public id: against its refusal, or against an order on its permit. */
export async function appealOfCase(tx: Tx, applicationPublicId: string): Promise<AppealRow | undefined> {
  const query = appealQuery(tx).where('a.public_id', applicationPublicId);
  return (await selectAppeals(query.orderBy('l.filed_at', 'desc').orderBy('l.id', 'desc') as never))[0];
}

/** The service whose stages are the road of an appeal, as in force today. */
export async function appealService(tx: Tx): Promise<ServiceDefinition> {
  const catalogue = await currentCatalogue(tx.db);
  const service = catalogue.find('APL', bangkokDate(tx.deps.clock.business()));
  if (!service) throw new Error('the catalogue has no appeal in force');
  return service;
}

/** Which stages are done, by their day; the first is the filing itself. */
export async function doneStages(tx: Tx, appeal: AppealRow): Promise<Record<string, CalendarDate>> {
  const rows = await tx
    .db('appeal_steps')
    .where('appeal_id', appeal.id)
    .select<{ stage: string; done_on: string }[]>('stage', 'done_on');
  const steps = rows.map(({ stage, done_on }) => [stage, calendarDate(done_on)] as const);
  return Object.fromEntries([['filed', bangkokDate(appeal.filed_at)], ...steps]);
}

/** Ground and words of what is appealed: the order where there is one, else the refusal of the case. */
function appealedWords(tx: Tx, row: AppealRow): { ground: string; text: string } {
  const { keys } = tx.deps;
  if (row.order_id) {
    const worker = { id: row.worker_person, wrappedKey: row.wrapped_key };
    return { ground: row.order_ground ?? '', text: openWords(keys, worker, row.order_words) ?? '' };
  }
  const text = decisionWordsOf(keys, {
    workerPerson: row.worker_person,
    workerKeyWrapped: row.wrapped_key ?? undefined,
    decisionSealed: row.decision_sealed ?? undefined,
  });
  return { ground: row.decision?.ground ?? '', text: text ?? '' };
}

/** The appeal as those who file and decide it see it; empty words where the person was erased. */
export async function describeAppeal(tx: Tx, row: AppealRow): Promise<z.infer<typeof Appeal>> {
  const done = await doneStages(tx, row);
  const stages = stagesDue(await appealService(tx), calendarDate(row.known_on), done);
  const grounds = row.wrapped_key
    ? openJson<string>(
        personKey(tx.deps.keys, row.worker_person, row.wrapped_key),
        'appeal',
        row.grounds_sealed,
      )
    : '';
  const worker = { id: row.worker_person, wrappedKey: row.wrapped_key };
  const reason = openWords(tx.deps.keys, worker, row.reason_sealed);
  return {
    appealId: row.public_id,
    applicationId: row.application_public_id,
    applicationNo: row.number,
    filedAt: row.filed_at.toISOString(),
    knownOn: row.known_on,
    late: row.late,
    grounds,
    refusal: appealedWords(tx, row),
    ...(row.order_public_id
      ? { order: { orderId: row.order_public_id, number: row.order_number!, kind: row.order_kind! } }
      : {}),
    stages: stages.map(({ code, by, due, certainty }) => ({
      code,
      by,
      due,
      certainty,
      ...(done[code] ? { doneOn: done[code] } : {}),
    })),
    ...(row.outcome ? { outcome: row.outcome, reason: reason ?? '' } : {}),
    ...(row.decided_at ? { decidedAt: row.decided_at.toISOString() } : {}),
  };
}
