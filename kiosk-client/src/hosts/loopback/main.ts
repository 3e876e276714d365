import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createStation } from '../../core/create-station.ts';
import type { Kiosk } from '../../core/create-kiosk.ts';
import { passphraseSeal } from '../../core/offline-store/journal-key.ts';
import { type LoopbackConfig, readConfig } from './config.ts';
import { startLoopbackHost } from './loopback-host.ts';

const TICK_MS = 3000;
// Said aloud in docs/stations.md: a demo station protects nothing from who holds its folder.
const DEMO_PASSPHRASE = 'demo station, nothing real';

/** `npm run kiosk`: a station behind a web server that only this machine can reach. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const kiosk = await createStation({
    mode: config.APP_MODE,
    training: config.TRAINING === '1',
    folder: resolve(config.STATION_DIR),
    mirrorFolder: config.STATION_MIRROR_DIR && resolve(config.STATION_MIRROR_DIR),
    serverUrl: config.SERVER_URL,
    readersFile: config.READERS_FILE,
    captureFrom: config.CAPTURE_FROM,
    previewMs: config.PREVIEW_MS,
    keySeal: passphraseSeal(config.STATION_PASSPHRASE ?? DEMO_PASSPHRASE),
    logFault: ({ command, error }) =>
      console.error(
        JSON.stringify({ level: 'error', command, error: String((error as Error)?.stack ?? error) }),
      ),
  });
  await enrolWhereNew(kiosk, config);
  const token = config.STATION_TOKEN ?? randomBytes(32).toString('base64url');
  const staticFolder = resolve(import.meta.dirname, '../../../dist');
  const host = await startLoopbackHost({ kiosk, token, staticFolder, port: config.PORT });
  const url = `http://127.0.0.1:${host.port}/#token=${token}`;
  // For launchers and scripts of the same account; the token is new at every start unless one was given.
  await writeFile(resolve(config.STATION_DIR, 'station.url'), `${url}\n`, { mode: 0o600 });
  console.log(`station: ${url}`);
  await kiosk.tick();
  const timer = setInterval(() => void kiosk.tick(), TICK_MS);
  const stop = async () => {
    clearInterval(timer);
    await host.close();
    await kiosk.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

async function enrolWhereNew(kiosk: Kiosk, config: LoopbackConfig): Promise<void> {
  if (config.STATION_ENROLMENT_TOKEN === undefined) return;
  const answer = await kiosk.dispatch('enrolStation', {
    name: config.STATION_NAME,
    by: { token: config.STATION_ENROLMENT_TOKEN },
  });
  if (!answer.ok && answer.problem.code !== 'already-enrolled') {
    throw new Error(
      `the station could not be enrolled: ${answer.problem.code} ${answer.problem.detail ?? ''}`,
    );
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
