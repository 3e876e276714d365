import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { walkTheRoad } from './road/walk-the-road.ts';

/**
 * `npm start -- --once`: one worker's whole road through the running instance, every step an HTTP request with that
 * person's own sign-in. One JSON line on standard output; exit 0 when the card is in the hand, 3 when the capture is
 * held as a possible duplicate.
 */
const { values } = parseArgs({ options: { data: { type: 'string' }, 'capture-from': { type: 'string' } } });
const dataDir = values.data ?? '.local';
const read = (name: string) => JSON.parse(readFileSync(join(dataDir, name), 'utf8')) as never;
const startedAt = performance.now();

const outcome = await walkTheRoad({
  accounts: read('demo-accounts.json'),
  endpoints: read('endpoints.json'),
  dataDir,
  say: (text) =>
    process.stderr.write(
      `[once]  ${((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)} s  ${text}\n`,
    ),
});
const seconds = Number(((performance.now() - startedAt) / 1000).toFixed(1));
process.stdout.write(`${JSON.stringify({ ...outcome, seconds })}\n`);
process.exitCode = outcome.status === 'handed-over' ? 0 : 3;
