import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { refreshStepFigures } from '@permit/server/clocks/refresh-step-figures.ts';
import type pg from 'pg';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { payAtBank } from '../road/road-steps.ts';
import { leanSubmission } from './lean-case.ts';

jest.setTimeout(120_000);

let road: RoadServer;
let owner: pg.Client;
beforeAll(async () => {
  road = await startRoadServer();
  owner = await road.database.owner();
}, 120_000);
afterAll(() => road.close());

/** Twenty earlier cases whose papers were checked in one to twenty days. */
async function twentyBefore(applicationId: string): Promise<void> {
  await owner.query(
    `INSERT INTO applications (id, public_id, number, service_code, catalogue_version, state, worker_person, filed_by_party, draft_sealed, created_by)
     SELECT gen_random_uuid(), 'estimate' || lpad(n::text, 14, '0'), lpad((n + 500)::text, 14, '9'), a.service_code, '1', 'draft',
            a.worker_person, a.filed_by_party, a.draft_sealed, a.created_by
     FROM applications a, generate_series(1, 20) n WHERE a.public_id = $1`,
    [applicationId],
  );
  await owner.query(
    `INSERT INTO state_history (machine, record_id, application_id, from_state, to_state, at, actor_role)
     SELECT 'application', id, id, 'awaiting-payment', 'in-document-check', now() - interval '30 days', 'system'
     FROM applications WHERE public_id LIKE 'estimate%'`,
  );
  await owner.query(
    `INSERT INTO state_history (machine, record_id, application_id, from_state, to_state, at, actor_role)
     SELECT 'application', id, id, 'in-document-check', 'with-assistant-registrar',
            now() - interval '30 days' + make_interval(days => right(public_id, 3)::int), 'document-checker'
     FROM applications WHERE public_id LIKE 'estimate%'`,
  );
}

test('events are told in plain words with who acts next, and no day is named before there are cases enough', async () => {
  const { applicationId, bill } = await leanSubmission(road);
  await payAtBank(road, bill!);
  const employer = await road.as('employer');
  const { events, next } = await employer.call('listEvents', { applicationId, language: 'vi' });
  expect(events.map(({ words }) => words)).toEqual(['Bản nháp', 'Chờ thanh toán', 'Đang kiểm tra giấy tờ']);
  expect(next).toMatchObject({
    waitsFor: 'document-checker',
    waitsForWords: 'Trung tâm dịch vụ, kiểm tra giấy tờ',
    estimate: { kind: 'not-enough-cases', cases: 0 },
  });
  await twentyBefore(applicationId);
  await refreshStepFigures(road.deps);
  const later = await employer.call('listEvents', { applicationId });
  expect(later.next.estimate).toMatchObject({ kind: 'range', cases: 20 });
  const { from, to } = later.next.estimate as { from: string; to: string };
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  // Between the fifth and the sixteenth of twenty even steps.
  expect(days).toBeGreaterThan(10);
  expect(days).toBeLessThan(13);
  const { rows } = await owner.query('SELECT service_code, state, cases FROM step_figures');
  expect(rows).toEqual([{ service_code: 'R59M', state: 'in-document-check', cases: 20 }]);
});
