import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runStep } from './run-step.mjs';
import { say } from './say.mjs';

/**
 * Makes the demo's station a station of its centre, as its supervisor would at the screen; does nothing where it
 * is one already.
 * @param {{projectRoot: string, dataDir: string, url: string}} where `url` with the token of its screens
 */
export async function enrolStation({ projectRoot, dataDir, url }) {
  const accounts = join(dataDir, 'demo-accounts.json');
  if (!existsSync(accounts) || (await isEnrolled(url))) return;
  const file = 'tools/launch/enrol-station-main.ts';
  const env = { ...process.env, DEMO_ACCOUNTS: accounts, STATION_URL: url };
  await runStep({ projectRoot, file, env, failure: 'The station could not be enrolled:' });
  say('station', 'enrolled by the demo supervisor');
  return;
}

/** @param {string} url */
async function isEnrolled(url) {
  const { origin, hash } = new URL(url);
  const token = new URLSearchParams(hash.slice(1)).get('token');
  const answer = await fetch(`${origin}/kiosk/command`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, origin },
    body: JSON.stringify({ name: 'getStation', input: {} }),
    signal: AbortSignal.timeout(5_000),
  });
  const body = /** @type {any} */ (await answer.json());
  return Boolean((body.output ?? body.value)?.enrolled);
}
