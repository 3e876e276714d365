import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { SAMPLE_R59M } from '@permit/domain/catalogue/sample-drafts.ts';
import { actOnClocks } from '@permit/server/clocks/act-on-clocks.ts';
import { permitQr } from '@permit/server/permits/permit-qr.ts';
import type pg from 'pg';
import { aPermit } from '../road/a-permit.ts';
import { aStation, aVisit } from '../road/a-station.ts';
import { printCards } from '../road/print-cards.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { DECLARATION, draftOf, payAtBank, reasonsFor } from '../road/road-steps.ts';
import { runJobs } from '../road/run-jobs.ts';
import { secondSigns } from '../road/staff-elsewhere.ts';
import { onDay } from './later.ts';

jest.setTimeout(120_000);

let road: RoadServer;
let owner: pg.Client;
beforeAll(async () => {
  road = await startRoadServer();
  owner = await road.database.owner();
}, 120_000);
afterAll(() => road.close());

type Made = Awaited<ReturnType<typeof anActivePermit>>;

/** A permit whose card is in the hand; today is 20 November 2026. */
async function anActivePermit(lastDay: string) {
  const permit = await aPermit(road);
  const { rows } = await owner.query<{ status_index: number }>(
    `UPDATE permits SET state = 'active', valid_to = $2, status_index = nextval('status_running')
     WHERE public_id = $1 RETURNING status_index`,
    [permit.permitId, lastDay],
  );
  const qr = await permitQr(road.deps.keys, {
    publicId: permit.permitId,
    kind: 'card',
    statusIndex: rows[0]!.status_index,
    category: '59 MOU',
    period: { from: calendarDate('2026-01-05'), to: calendarDate(lastDay) },
    ...{ fullName: 'AUNG KYAW MOE', nationality: 'MM', birthYear: 1992 },
    issuedAt: new Date('2026-01-05T02:00:00Z'),
  });
  return { ...permit, lastDay, qr };
}

/** Files the renewal of a permit, as its worker unless `birth` is another's, and pays for it. */
async function renew(permit: Made, birth = '1992-04-17', typedLastDay = permit.lastDay) {
  const employer = await road.as('employer');
  const { worker, travelDocument, ...draft } = draftOf(SAMPLE_R59M);
  const { applicationId, revision } = await employer.call('createDraft', {
    serviceCode: 'R59M',
    draft: {
      ...draft,
      worker: { ...worker, birth: { precision: 'day', date: calendarDate(birth) } },
      travelDocument: { ...travelDocument, number: permit.passportNo },
      oldPermit: { number: permit.permitNo, expires: calendarDate(typedLastDay) },
    },
  });
  const overrules = await reasonsFor(road, applicationId);
  const filed = { applicationId, revision, declaration: DECLARATION, overrules };
  const { bill, applicationNo } = await employer.call('submitApplication', filed);
  expect(await stateOf(permit)).not.toBe('renewal-pending');
  await payAtBank(road, bill!);
  return { applicationId, applicationNo };
}

async function stateOf({ permitId }: Made): Promise<string> {
  const { rows } = await owner.query<{ state: string }>('SELECT state FROM permits WHERE public_id = $1', [
    permitId,
  ]);
  return rows[0]!.state;
}

/** States that the permit went through and why, after it was active. */
async function movesOf({ permitId }: Made): Promise<string[]> {
  const { rows } = await owner.query<{ to_state: string; reason: string | null }>(
    `SELECT h.to_state, h.reason FROM state_history h JOIN permits m ON m.id = h.record_id
     WHERE m.public_id = $1 AND h.from_state NOT IN ('', 'temporary') ORDER BY h.id`,
    [permitId],
  );
  return rows.map(({ to_state, reason }) => `${to_state}: ${reason}`);
}

async function onTheRegistrarsDesk(applicationId: string): Promise<number> {
  await (await road.as('checker')).call('checkDocuments', { applicationId, complete: true });
  await (await road.as('assistant')).call('considerApplication', { applicationId, proposal: 'grant' });
  return (await (await road.as('registrar')).call('getApplication', { applicationId })).revision;
}

test('a renewal filed on the last day keeps the permit pending past that day, and the list says so', async () => {
  const permit = await anActivePermit('2026-11-20');
  const ask = async () => (await road.nobody.call('verifyPermit', { qr: permit.qr })).answer;
  expect(await ask()).toBe('valid');
  await renew(permit);
  expect(await ask()).toBe('may-work-renewal-pending');
  expect(await movesOf(permit)).toEqual(['renewal-pending: renewal-filed-in-time']);
  await actOnClocks(onDay(road, '2026-11-22T09:00:00+07:00'));
  expect(await stateOf(permit)).toBe('renewal-pending');
});

test('a renewal filed a day late keeps nothing: the permit ends by its clock', async () => {
  const permit = await anActivePermit('2026-11-19');
  await renew(permit);
  expect(await stateOf(permit)).toBe('active');
  await actOnClocks(road.deps);
  expect(await movesOf(permit)).toEqual(['expired: clock:permit-end']);
});

test('whether the worker may go on is judged by the permit itself, and tracking says by which', async () => {
  const late = await anActivePermit('2026-11-18');
  const mayWork = async (applicationNo: string) => {
    const tracked = await road.nobody.call('trackApplication', { applicationNo, born: '1992-04-17' });
    return [tracked.mayWork, tracked.mayWorkJudgedBy];
  };
  // Typed as if there were time left: the card says otherwise.
  expect(await mayWork((await renew(late, undefined, '2026-12-31')).applicationNo)).toEqual([
    false,
    undefined,
  ]);
  const permit = await anActivePermit('2026-11-27');
  const { applicationNo } = await renew(permit, undefined, '2026-11-01');
  expect(await mayWork(applicationNo)).toEqual([true, 'ours']);
  await owner.query(
    `UPDATE permits SET state = 'revoked', revoked_by = worker_person, revoked_ground = 's.63' WHERE public_id = $1`,
    [permit.permitId],
  );
  expect(await mayWork(applicationNo)).toEqual([false, undefined]);
});

test('the number of another person’s permit keeps nobody’s permit alive', async () => {
  const permit = await anActivePermit('2026-11-25');
  const { applicationId } = await renew(permit, '1990-01-01');
  expect(await stateOf(permit)).toBe('active');
  const { rows } = await owner.query('SELECT renews_permit FROM applications WHERE public_id = $1', [
    applicationId,
  ]);
  expect(rows).toEqual([{ renews_permit: null }]);
});

test('a refused renewal gives the permit back to its own dates, and a withdrawn one as well', async () => {
  const permit = await anActivePermit('2026-11-25');
  const { applicationId } = await renew(permit);
  const revision = await onTheRegistrarsDesk(applicationId);
  const words = { ground: 'not-eligible', text: 'ไม่มีคุณสมบัติ' } as const;
  await (await road.as('registrar')).call('refuseApplication', { applicationId, revision, ...words });
  expect(await stateOf(permit)).toBe('active');
  const again = await renew(permit);
  await (
    await road.as('employer')
  ).call('withdrawApplication', {
    applicationId: again.applicationId,
    reason: 'changed my mind',
  });
  expect(await movesOf(permit)).toEqual([
    'renewal-pending: renewal-filed-in-time',
    'active: renewal-ended',
    'renewal-pending: renewal-filed-in-time',
    'active: renewal-ended',
  ]);
});

test('the old permit is replaced when the card of the new one is in the hand, and not before', async () => {
  const permit = await anActivePermit('2026-11-25');
  const { applicationId, applicationNo } = await renew(permit);
  const revision = await onTheRegistrarsDesk(applicationId);
  await (await road.as('registrar')).call('grantApplication', { applicationId, revision });
  const { bills } = await (await road.as('employer')).call('listBills', { applicationId });
  await payAtBank(
    road,
    bills.find(({ kind }) => kind === 'permit-fee')!,
  );
  const station = await aStation(road);
  const visit = await aVisit(road, applicationNo);
  await station.capture(visit, 'renews');
  await runJobs(road);
  await printCards(road);
  expect(await stateOf(permit)).toBe('renewal-pending');
  const proof = { by: 'papers-and-second-person' as const, ...(await secondSigns(road)) };
  const handed = await (await road.as('clerk')).call('handOverCard', { visitId: visit.visitId, ...proof });
  expect(handed.permitState).toBe('active');
  expect(await movesOf(permit)).toEqual(['renewal-pending: renewal-filed-in-time', 'replaced: renewed']);
});
