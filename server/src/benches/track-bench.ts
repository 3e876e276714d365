import { benchResult, flagOf, type Pair, type Services } from './bench-result.ts';
import { startBenchServer } from './bench-server.ts';
import { BORN, fileCases } from './filing.ts';
import { startLoad } from './load/load.ts';
import { startPgbench } from './pgbench.ts';
import { processorTime, timeEach } from './processor-time.ts';
import { controlScript } from './submit-rows.ts';

const CLIENTS = 32;
/** One for each of the two cores, as API_PROCESSES would be set on this machine. */
const PROCESSES = 2;
const SECONDS = 3;

/**
 * Tracked cases a second (parsing, limits, opening the sealed birth date, the audit row, durable commit) against
 * pgbench that reads the same rows and writes the same audit rows. `--rounds N`, `--requests N` a round.
 */
export async function track(services: Services) {
  const rounds = flagOf(services, 'rounds', 5);
  const requests = flagOf(services, 'requests', 4000);
  const processes = flagOf(services, 'processes', PROCESSES);
  const url = await services.database();
  const server = await startBenchServer(url, services.folder(), { processes });
  const load = startLoad();
  try {
    const numbers = await fileCases(server, load, 500);
    await controlScript(url);
    const pgbench = await startPgbench(services, url, sameReadAndWrite(numbers));
    const asked = Array.from({ length: requests }, (_, at) => trackOf(numbers[at % numbers.length]!));
    // Compiles what will be measured, in each of the processes.
    await load.send({ origin: server.origin, requests: asked, clients: CLIENTS });
    const pairs: Pair[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const used = processorTime(server.pids);
      const { seconds } = await load.send({ origin: server.origin, requests: asked, clients: CLIENTS });
      const each = timeEach(used, processorTime(server.pids), requests);
      const idle = processorTime(server.pids);
      const control = await pgbench(CLIENTS, SECONDS);
      const { databaseMsEach } = timeEach(idle, processorTime(server.pids), control.perSecond * SECONDS);
      pairs.push({ candidate: requests / seconds, control: control.perSecond });
      services.say(
        `round ${round + 1}: ${JSON.stringify({ ...pairs.at(-1), ...each, controlDatabaseMsEach: databaseMsEach })}`,
      );
    }
    return benchResult({ name: 'track', unit: 'tracked/s', better: 'higher' }, pairs);
  } finally {
    load.stop();
    await server.close();
  }
}

const trackOf = (applicationNo: string) => ({
  method: 'POST',
  path: '/api/v1/track',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ applicationNo, born: BORN }),
});

function sameReadAndWrite(numbers: readonly string[]): string {
  const id = 'gen_random_uuid()';
  return `\\set n random(${Number(numbers[0])}, ${Number(numbers.at(-1))})
BEGIN;
SELECT a.number, a.service_code, a.catalogue_version, a.state, a.state_since, a.due_at, a.worker_person,
  p.wrapped_key, p.sealed, a.draft_sealed, a.submitted_at,
  (SELECT b.paid_at FROM bills b WHERE b.application_id = a.id AND b.kind = 'application-fee'),
  (SELECT min(h.at) FROM state_history h WHERE h.record_id = a.id AND h.to_state = 'granted')
  FROM applications a JOIN people p ON p.id = a.worker_person WHERE a.number = :n::bigint::text;
INSERT INTO plain_audit_entries (id, actor_role, act, subject_kind, subject_id, purpose, request_id) VALUES (${id}, 'public', 'case-tracked', 'application-no', :n::bigint::text, 'tracking', ${id}::text);
INSERT INTO plain_audit_unsealed (entry_id) VALUES (${id});
COMMIT;
`;
}
