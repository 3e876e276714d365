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
  filed_at: Date;
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
    .join('people as p', 'p.id', 'a.worker_person');
}

const COLUMNS = [
  'l.*',
  'a.public_id as application_public_id',
  'a.number',
  'a.worker_person',
  'a.decision',
  'a.decision_sealed',
  'p.wrapped_key',
];

export async function selectAppeals(query: ReturnType<typeof appealQuery>): Promise<AppealRow[]> {
  return query.select<AppealRow[]>(COLUMNS);
}

/** The appeal of a case by the case's public id. */
export async function appealOfCase(tx: Tx, applicationPublicId: string): Promise<AppealRow | undefined> {
  return (await selectAppeals(appealQuery(tx).where('a.public_id', applicationPublicId)))[0];
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
  const refusalText = decisionWordsOf(tx.deps.keys, {
    workerPerson: row.worker_person,
    workerKeyWrapped: row.wrapped_key ?? undefined,
    decisionSealed: row.decision_sealed ?? undefined,
  });
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
    refusal: { ground: row.decision?.ground ?? '', text: refusalText ?? '' },
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
