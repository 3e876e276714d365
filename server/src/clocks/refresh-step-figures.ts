import { HIGH_SHARE, LAST_CASES, LOW_SHARE } from '@permit/domain/lifecycle/estimate-step.ts';
import { applicationMachine, type ApplicationState } from '@permit/domain/machines/application-machine.ts';
import type { Deps } from '../deps.ts';
import { inTransaction, SYSTEM } from '../database/transaction.ts';

/** No further back than this in the history of a state, however many services share it. */
const MOST_ROWS = 20_000;

/** Steps that an office or a centre works on; how long a filer takes is theirs. */
export const OFFICE_STEPS = (Object.keys(applicationMachine.states) as ApplicationState[]).filter((state) => {
  const rule = applicationMachine.states[state];
  return !rule.final && rule.owner !== 'filer' && rule.owner !== 'clerk';
});

/** Reckons anew how long each step took the last cases of each service; answers how many figures there are. */
export async function refreshStepFigures(deps: Deps): Promise<number> {
  let figures = 0;
  for (const state of OFFICE_STEPS)
    figures += await inTransaction(deps, SYSTEM, 'job:step-figures', async ({ db }) => {
      const { rowCount } = await db.raw<{ rowCount: number }>(FIGURES, [
        state,
        MOST_ROWS,
        LOW_SHARE,
        HIGH_SHARE,
        state,
        LAST_CASES,
      ]);
      return rowCount;
    });
  return figures;
}

const FIGURES = `
  WITH exits AS (
    SELECT h.id, h.application_id, h.from_state, h.at FROM state_history h
    WHERE h.machine = 'application' AND h.from_state = ? ORDER BY h.id DESC LIMIT ?),
  numbered AS (
    SELECT x.*, a.service_code, row_number() OVER (PARTITION BY a.service_code ORDER BY x.id DESC) AS place
    FROM exits x JOIN applications a ON a.id = x.application_id),
  lengths AS (
    SELECT n.service_code, n.place, extract(epoch FROM n.at - e.at) AS seconds FROM numbered n
    JOIN LATERAL (
      SELECT i.at FROM state_history i
      WHERE i.application_id = n.application_id AND i.machine = 'application' AND i.to_state = n.from_state AND i.id < n.id
      ORDER BY i.id DESC LIMIT 1) e ON true)
  INSERT INTO step_figures (service_code, state, cases, low_seconds, high_seconds, at)
  SELECT service_code, s.state, count(*)::int, percentile_cont(s.low) WITHIN GROUP (ORDER BY seconds),
         percentile_cont(s.high) WITHIN GROUP (ORDER BY seconds), clock_timestamp()
  FROM lengths, (SELECT ?::float8 AS low, ?::float8 AS high, ?::text AS state) s
  WHERE place <= ? GROUP BY service_code, s.state, s.low, s.high
  ON CONFLICT (service_code, state) DO UPDATE
    SET cases = excluded.cases, low_seconds = excluded.low_seconds, high_seconds = excluded.high_seconds, at = excluded.at`;
