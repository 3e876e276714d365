import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { appealsApi } from '@permit/domain/contract/appeals-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { decideAppealFiling } from '@permit/domain/lifecycle/decide-appeal-filing.ts';
import { caseKey, lockApplication, type Application } from '../applications/application-store.ts';
import { openCaseTo } from '../applications/open-case.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { newId, newPublicId } from '../ids.ts';
import { moveCase } from '../review/move-case.ts';
import { sealJson } from '../vault/person-vault.ts';
import { appealOfCase, appealService, describeAppeal } from './appeal-store.ts';

type Input = InputOf<typeof appealsApi.fileAppeal>;

/** The party that hears appeals; the minister's office acts for it. */
const APPEALS_PARTY = 'APPEALS';

/** Receives an appeal against a refusal, in time or marked late, and brings the case before those who decide it. */
export async function fileAppeal(tx: Tx, input: Input): Promise<OutputOf<typeof appealsApi.fileAppeal>> {
  const application = await lockApplication(tx.db, input.applicationId);
  if (!application) throw notFound();
  const before = await appealOfCase(tx, input.applicationId);
  if (application.state !== 'refused') throw new ApiError('wrong-state');
  const { decidedBy } = application;
  if (!decidedBy) throw new ApiError('wrong-state');
  const filing = decideAppealFiling(await appealService(tx), {
    knownOn: calendarDate(input.knownOn),
    today: bangkokDate(tx.deps.clock.business()),
    refusedOn: application.decision?.at ? bangkokDate(application.decision.at) : undefined,
    appealedBefore: before !== undefined,
  });
  if (!filing.allowed) throw new ApiError('refused', { detailCode: filing.code });
  await insertAppeal(tx, application, { ...input, late: filing.late, refusedBy: decidedBy });
  await asJob(tx, () => openCaseTo(tx, application.id, { code: APPEALS_PARTY }, 'act'));
  const detail = { late: filing.late };
  await moveCase(tx, application, { to: 'under-appeal', act: 'appeal-filed', reason: 'appeal', detail });
  return rebuildAppeal(tx, input.applicationId);
}

async function insertAppeal(
  tx: Tx,
  application: Application,
  filing: Input & { late: boolean; refusedBy: string },
): Promise<void> {
  await tx.db('appeals').insert({
    id: newId(),
    public_id: newPublicId(),
    application_id: application.id,
    filed_by: tx.caller.personId!,
    filed_at: tx.deps.clock.business(),
    known_on: filing.knownOn,
    late: filing.late,
    grounds_sealed: sealJson(caseKey(tx.deps.keys, application), 'appeal', filing.grounds),
    refused_by: filing.refusedBy,
  });
}

/** The appeal as it stands; also built again for a repeated key. */
export async function rebuildAppeal(
  tx: Tx,
  applicationPublicId: string,
): Promise<OutputOf<typeof appealsApi.fileAppeal>> {
  const row = await appealOfCase(tx, applicationPublicId);
  if (!row) throw notFound();
  return describeAppeal(tx, row);
}
