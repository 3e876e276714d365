import type { NoticeAct, ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { noticesApi } from '@permit/domain/contract/notices-api.ts';
import { actOfNotice } from '@permit/domain/notices/decide-notice.ts';
import { readAttemptCode } from '@permit/domain/receipts/attempt-code.ts';
import type { Role } from '@permit/domain/staff/roles.ts';
import { nextApplicationNumber } from '../applications/application-number.ts';
import { officeOf } from '../applications/open-case.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { serviceInForce } from '../catalogue/published-service-store.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { employerIdentity } from '../employments/employer-identity.ts';
import { ApiError } from '../errors.ts';
import { actingParty } from '../http/acting-party.ts';
import { newId, newPublicId } from '../ids.ts';
import { newPersonKey, sealJson } from '../vault/person-vault.ts';
import { requireKinds } from './add-papers.ts';
import { describeNotice } from './describe-notice.ts';
import { judgeRow, withPermitFound, type JudgedRow } from './judge-row.ts';
import { keepReceipt } from './keep-receipt.ts';
import { matchPermits } from './match-permits.ts';
import { countedFilingDay, dayFacts, endOfDay } from './notice-day-facts.ts';
import { earlierNotices } from './earlier-notices.ts';
import { writePapers } from './notice-paper-store.ts';
import type { NoticePapers } from './take-papers.ts';
import {
  writeActs,
  writeClocks,
  writeWorkers,
  type NoticeToWrite,
  type ReceivedRow,
} from './write-notice-rows.ts';

type Input = InputOf<typeof noticesApi.fileNotice>;

/**
 * Receives a notice at once. No machine refuses a filing: a late one says that it is late, a row that cannot be read
 * is answered by its number while the others are received. Only where no row can be read there is nothing to receive.
 */
export async function fileNotice(
  tx: Tx,
  input: Input,
  papers: NoticePapers,
): Promise<OutputOf<typeof noticesApi.fileNotice>> {
  const party = actingParty(tx);
  if (!tx.caller.personId) throw new ApiError('not-permitted');
  const { service, act } = await serviceAndAct(tx, input);
  requireKinds(service, input.papers);
  const filedOn = await countedFilingDay(tx, service.code, input.attemptCode);
  const { received, notReceived } = await readRows(tx, { service, act, party, input });
  const notice: NoticeToWrite = {
    ...{ id: newId(), service, act, body: input.body, revision: 1, filedOn },
    ...{ filedByParty: party, language: input.language },
  };
  const publicId = await insertNotice(tx, notice, { input, received, notReceived });
  const facts = await dayFacts(tx);
  const named = await papers.of(tx, input);
  await asJob(tx, async () => {
    await writeWorkers(tx, notice, received);
    const acknowledgement = await writeClocks(tx, notice, received, facts);
    await tx
      .db('notices')
      .where('id', notice.id)
      .update({ due_at: acknowledgement ? endOfDay(acknowledgement.dueOn) : null });
    await writeActs(tx, notice, received);
    await writePapers(tx, { id: notice.id, papersBefore: 0, addition: 0 }, named);
    await keepReceipt(tx, notice.id);
  });
  await recordAudit(tx, {
    ...{ act: 'notice-filed', subjectKind: 'notice', subjectId: publicId, purpose: 'filing' },
    detail: {
      ...{ service: service.code, act, workers: received.length, notReceived: notReceived.length },
      papers: named.length,
    },
  });
  return describeNotice(tx, publicId);
}

async function serviceAndAct(
  tx: Tx,
  input: Input,
): Promise<{ service: ServiceDefinition; act: NoticeAct | undefined }> {
  const service = await serviceInForce(tx, input.serviceCode);
  if (!service) throw new ApiError('refused', { detailCode: 'service-not-offered' });
  const answer = actOfNotice(service, tx.caller.role as Role, input.act);
  if (!answer.ok) throw new ApiError('refused', { detailCode: answer.code });
  return { service, act: answer.act };
}

interface Reading {
  readonly received: readonly ReceivedRow[];
  readonly notReceived: readonly JudgedRow[];
}

async function readRows(
  tx: Tx,
  filing: { service: ServiceDefinition; act: NoticeAct | undefined; party: string; input: Input },
): Promise<Reading> {
  const { service, act, input, party } = filing;
  const judged = input.workers.map((worker, index) =>
    judgeRow({ service, act, body: input.body }, worker, index + 1),
  );
  const rows = await asJob(tx, async () => {
    const matches = await matchPermits(tx, judged);
    return judged.map((row, index) => {
      const match = matches[index]!;
      return { ...(match.permitId ? withPermitFound(row) : row), ...match, id: newId(), repeats: undefined };
    });
  });
  const received = rows.filter(({ blocks }) => blocks.length === 0);
  if (received.length === 0) throw nothingReadable(rows);
  const earlier = await asJob(tx, () => earlierNotices(tx, received, { party, act }));
  return {
    received: received.map((row) => ({ ...row, repeats: earlier.get(row.id) })),
    notReceived: rows.filter(({ blocks }) => blocks.length > 0),
  };
}

function nothingReadable(rows: readonly JudgedRow[]): ApiError {
  const fields = rows.flatMap(({ row, blocks }) =>
    blocks.map(({ field, code }) => ({ path: `workers.${row}.${field}`, code })),
  );
  return new ApiError('draft-incomplete', { fields: fields.slice(0, 50) });
}

const MOST_FINDINGS = 200;

async function insertNotice(
  tx: Tx,
  notice: NoticeToWrite,
  { input, received, notReceived }: Reading & { input: Input },
): Promise<string> {
  const { service, body } = notice;
  const person = newPersonKey(tx.deps.keys, newId());
  const identity = employerIdentity(tx.deps.keys, body.employer);
  const province = body.workplaceProvince ?? body.employer.address?.province;
  const publicId = newPublicId();
  await tx.db('people').insert({
    id: person.personId,
    wrapped_key: person.wrapped,
    sealed: sealJson(person, 'person', {}),
    language: input.language,
  });
  await tx.db('notices').insert({
    id: notice.id,
    public_id: publicId,
    number: await nextApplicationNumber(tx, service, tx.deps.clock.business()),
    service_code: service.code,
    catalogue_version: String(service.version),
    act: notice.act ?? null,
    state: 'received',
    filed_by_party: notice.filedByParty,
    filed_by: tx.caller.personId,
    office_party: (await officeOf(tx, province?.slice(0, 2))) ?? null,
    body_person: person.personId,
    body_sealed: sealJson(person, 'draft', { body }),
    employer_key: identity.idKey ?? identity.nameKey ?? Buffer.alloc(16),
    employer_name: identity.name ?? null,
    province_code: province ?? null,
    event_on: body.eventDate,
    workers: received.length,
    not_received: JSON.stringify(notReceived.map(({ row, blocks }) => ({ row, problems: blocks }))),
    findings: JSON.stringify(
      received
        .flatMap(({ row, warnings }) => warnings.map((warning) => ({ row, ...warning })))
        .slice(0, MOST_FINDINGS),
    ),
    attempt_code: input.attemptCode ? (readAttemptCode(input.attemptCode) ?? input.attemptCode) : null,
    received_at: tx.deps.clock.business(),
  });
  return publicId;
}
