import { benchResult, flagOf, type Pair, type Services } from './bench-result.ts';
import { startBenchServer, type BenchServer } from './bench-server.ts';
import { submitsOf } from './filing.ts';
import { median, percentile, startLoad, type Load } from './load/load.ts';
import { processorTime, timeEach } from './processor-time.ts';
import { startPgbench } from './pgbench.ts';
import { controlScript, requireSameRows, rowCounts } from './submit-rows.ts';

const CLIENTS = 32;
/** One for each of the two cores, as API_PROCESSES would be set on this machine. */
const PROCESSES = 2;
const CONTROL_SECONDS = 3;

/**
 * Accepted applications a second (token, parsing, row-level security, idempotency, findings, bill, history, audit,
 * durable commit) against pgbench writing the same rows at 32 clients, by turns in one run, same durability; then
 * the slowest hundredth at half of that load against pgbench's mean. `--rounds N`, `--submits N` a round.
 */
export async function submit(services: Services) {
  const rounds = flagOf(services, 'rounds', 5);
  const submits = flagOf(services, 'submits', 3000);
  const processes = flagOf(services, 'processes', PROCESSES);
  const url = await services.database();
  const server = await startBenchServer(url, services.folder(), { processes });
  const load = startLoad();
  try {
    await warmUp(server, load, url, submits * 2);
    const pgbench = await startPgbench(services, url, await controlScript(url));
    const pairs: Pair[] = [];
    const means: number[] = [];
    const times: object[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const requests = await submitsOf(server, submits);
      const used = processorTime(server.pids);
      const { seconds } = await load.send({ origin: server.origin, requests, clients: CLIENTS });
      const submit = timeEach(used, processorTime(server.pids), submits);
      const idle = processorTime(server.pids);
      const control = await pgbench(CLIENTS, CONTROL_SECONDS);
      const { databaseMsEach } = timeEach(
        idle,
        processorTime(server.pids),
        control.perSecond * CONTROL_SECONDS,
      );
      times.push({ ...submit, controlDatabaseMsEach: databaseMsEach });
      pairs.push({ candidate: submits / seconds, control: control.perSecond });
      means.push(control.meanMs);
      services.say(`round ${round + 1}: ${JSON.stringify({ ...pairs.at(-1), ...times.at(-1) })}`);
    }
    const result = benchResult({ name: 'submit', unit: 'accepted/s', better: 'higher' }, pairs);
    const half = await atHalfLoad(server, load, result.candidate / 2);
    const controlMeanMs = median(means);
    return {
      ...result,
      clients: CLIENTS,
      ...half,
      controlMeanMs,
      p99Times: half.p99AtHalfMs / controlMeanMs,
    };
  } finally {
    load.stop();
    await server.close();
  }
}

/** Makes sure that the control will write what a submit writes; then a server that has run for some minutes, not seconds. */
async function warmUp(server: BenchServer, load: Load, url: string, more: number): Promise<void> {
  const requests = await submitsOf(server, 200);
  const before = await rowCounts(url);
  await load.send({ origin: server.origin, requests, clients: CLIENTS });
  requireSameRows(before, await rowCounts(url), requests.length);
  await load.send({ origin: server.origin, requests: await submitsOf(server, more), clients: CLIENTS });
}

async function atHalfLoad(server: BenchServer, load: Load, perSecond: number) {
  const requests = await submitsOf(server, Math.ceil(perSecond * 4));
  const { latencies } = await load.send({ origin: server.origin, requests, clients: CLIENTS, perSecond });
  return { halfLoad: perSecond, p50AtHalfMs: median(latencies), p99AtHalfMs: percentile(latencies, 0.99) };
}
