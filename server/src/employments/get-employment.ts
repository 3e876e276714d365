import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { noticesApi } from '@permit/domain/contract/notices-api.ts';
import type { NoticeState } from '@permit/domain/machines/notice-machine.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { permitPublicIdOf } from '../permits/permit-of-code.ts';
import { changeFor, changeOfEmployer } from './change-view.ts';
import { employmentFacts } from './employment-facts.ts';
import { actsOf, type ActRow } from './employment-store.ts';
import { settleEmployments } from './settle-employment.ts';
import { viewerOf } from './employment-viewer.ts';

type Input = InputOf<typeof noticesApi.getEmployment>;
type Answer = OutputOf<typeof noticesApi.getEmployment>;

interface PermitRow {
  readonly id: string;
  readonly public_id: string;
  readonly permit_no: string;
  readonly state: string;
  readonly valid_to: string;
}

export interface EmploymentRow {
  readonly id: string;
  readonly employer_key: Buffer;
  readonly from_on: string;
  readonly until_on: string | null;
  readonly ended_by: 'exit' | 'change' | null;
  readonly hired: boolean;
  readonly confirmed: boolean;
  readonly source_act: string;
  readonly worker_parties: string[];
}

/**
 * Who employs the holder of a permit, as of now: an employer sees its own employment, the worker all of theirs, an
 * inspector all. For everybody else there is no such permit. Each answer has an audit row with its purpose.
 */
export async function getEmployment(tx: Tx, input: Input): Promise<Answer> {
  const permit = await findPermit(tx, input);
  if (!permit) throw notFound();
  const rows = await tx
    .db('employments')
    .where('permit_id', permit.id)
    .orderBy('position')
    .select<EmploymentRow[]>();
  if (rows.length === 0 && tx.caller.role !== 'inspector') throw notFound();
  await recordAudit(tx, {
    ...{ act: 'employment-read', subjectKind: 'permit', subjectId: permit.public_id, purpose: input.purpose },
    detail: { rows: rows.length },
  });
  return asJob(tx, () => describe(tx, permit, rows));
}

/** The permit, with its employment written where nobody asked before; neither tells the caller anything. */
function findPermit(tx: Tx, input: Input): Promise<PermitRow | undefined> {
  return asJob(tx, async () => {
    const publicId = input.qr === undefined ? input.permitId : await permitPublicIdOf(tx, input.qr);
    const where = input.permitNo
      ? { permit_no: input.permitNo.replace(/[\s-]/g, '') }
      : { public_id: publicId ?? '' };
    const permit = await tx.db('permits').where(where).first<PermitRow | undefined>();
    if (!permit) return undefined;
    const known = await tx.db('employments').where('permit_id', permit.id).first('id');
    if (!known) await settleEmployments(tx, [permit.id]);
    return permit;
  });
}

async function describe(tx: Tx, permit: PermitRow, rows: readonly EmploymentRow[]): Promise<Answer> {
  const acts = await actsOf(tx.db, [permit.id]);
  const viewer = viewerOf(tx, rows);
  const change = viewer && changeFor(await changeOfEmployer(tx), acts, viewer);
  return {
    permitId: permit.public_id,
    permitNo: permit.permit_no,
    permitState: permit.state,
    validTo: permit.valid_to,
    asOf: tx.deps.clock.business().toISOString(),
    employments: await Promise.all(rows.map((row) => describeRow(tx, row, acts))),
    ...(change ? { change } : {}),
    notices: tx.caller.role === 'inspector' ? await noticesAbout(tx, permit.id) : [],
    renewalPending: permit.state === 'renewal-pending',
  };
}

async function describeRow(
  tx: Tx,
  row: EmploymentRow,
  acts: readonly ActRow[],
): Promise<Answer['employments'][number]> {
  const facts = await employmentFacts(tx, acts.find(({ id }) => id === row.source_act)?.id ?? row.source_act);
  return {
    ...facts,
    from: row.from_on,
    ...(row.until_on ? { until: row.until_on } : {}),
    ...(row.ended_by ? { endedBy: row.ended_by } : {}),
    current: row.until_on === null,
    told: { employer: row.hired, worker: row.confirmed },
  };
}

async function noticesAbout(tx: Tx, permitId: string): Promise<Answer['notices']> {
  const rows = await tx
    .db('notices as n')
    .whereIn('n.id', tx.db('notice_workers').where('permit_id', permitId).select('notice_id'))
    .orderBy('n.id', 'desc')
    .limit(50)
    .select<{ number: string; service_code: string; state: NoticeState; received_at: Date }[]>();
  return rows.map(({ number, service_code, state, received_at }) => ({
    noticeNo: number,
    serviceCode: service_code,
    state,
    receivedAt: received_at.toISOString(),
  }));
}
