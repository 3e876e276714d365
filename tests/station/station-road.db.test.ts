import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createSyntheticAdapter } from '@permit/biometrics/readers/simulators/synthetic-reader.ts';
import { syntheticPerson } from '@permit/biometrics/readers/simulators/synthetic-person.ts';
import { systemReaderTime } from '@permit/biometrics/readers/system-reader-time.ts';
import { type ReaderRegistry, readerRegistry } from '@permit/biometrics/readers/reader-registry.ts';
import type { CommandAsk, CommandName, CommandOutput } from '@permit/kiosk-client/kiosk-api.ts';
import { createKiosk, type Kiosk } from '@permit/kiosk-client/core/create-kiosk.ts';
import { nodeFileSystem } from '@permit/kiosk-client/core/offline-store/node-file-system.ts';
import { openStationStore } from '@permit/kiosk-client/core/offline-store/station-store.ts';
import { httpServerPort } from '@permit/kiosk-client/core/server/http-server-port.ts';
import { fakeReaders } from '@permit/kiosk-client/core/testing/fake-readers.ts';
import { freshCode } from '../../tools/road/sign-in-as.ts';
import { printCards } from '../road/print-cards.ts';
import { type RoadServer, startRoadServer } from '../road/road-server.ts';
import { aGrantedCase } from '../road/road-steps.ts';
import { runJobs } from '../road/run-jobs.ts';

let road: RoadServer;
let folder: string;
let kiosk: Kiosk;

/** Eyes and face of a person who does not exist; striped fingers, because growing ten real ones takes long. */
function readersOf(seed: string): ReaderRegistry {
  const person = syntheticPerson(seed);
  const all = createSyntheticAdapter({
    mode: 'demo',
    time: systemReaderTime,
    person: () => person,
    captureMs: 1,
  });
  const discover = async () => (await all.discover()).filter(({ modality }) => modality !== 'finger');
  return readerRegistry([{ ...all, discover }, fakeReaders()]);
}

async function startKiosk(): Promise<Kiosk> {
  const store = await openStationStore({
    fs: nodeFileSystem,
    folder,
    mirrorFolder: undefined,
    key: randomBytes(32),
  });
  const stationCredentials = () => store.state().enrolment;
  return createKiosk(
    {
      config: {
        ...{ mode: 'demo', training: false, contractVersion: '1', catalogueVersion: '1' },
        ...{ previewMs: 0, captureTimeoutMs: 20_000 },
      },
      clock: { now: () => Date.now(), running: () => performance.now() },
      store,
      server: httpServerPort({ serverUrl: road.origin, stationCredentials }),
      readers: readersOf('a worker at a real station'),
    },
    (fault) => faults.push(fault),
  );
}
const faults: unknown[] = [];

async function ask<Name extends CommandName>(
  name: Name,
  input: CommandAsk<Name>,
): Promise<CommandOutput<Name>> {
  const answer = await kiosk.dispatch(name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.problem.code} ${answer.problem.detail ?? ''}`);
  return answer.output as CommandOutput<Name>;
}

async function credentialsOf(username: string) {
  const { password, secondFactor } = road.accounts.find((account) => account.username === username)!;
  return { username, password, ...(secondFactor && { code: await freshCode(username, secondFactor) }) };
}

beforeAll(async () => {
  road = await startRoadServer();
  folder = mkdtempSync(join(tmpdir(), 'station-road-'));
  kiosk = await startKiosk();
}, 60_000);

afterAll(async () => {
  await kiosk?.stop();
  await road?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

test('a real station on a real server: enrolled, captured, receipted, cleared, handed over by the eyes', async () => {
  await ask('enrolStation', { name: 'Counter 1', by: await credentialsOf('supervisor') });
  await ask('signIn', await credentialsOf('clerk'));
  const { applicationNo } = await aGrantedCase(road);
  const { visitId } = await ask('takeTicket', { applicationNo });
  expect((await ask('callNext', { counter: '3' })).visitId).toBe(visitId);
  expect(await ask('checkIn', { visitId, paperSeen: 'passport' })).toEqual({ outcome: 'done' });
  expect((await ask('listVisits', {})).visits).toMatchObject([
    { visitId, state: 'checked-in', applicationNo },
  ]);

  const { captureId } = (await ask('openCapture', { visitId })).capture;
  await ask('recordNotice', { captureId, how: 'interpreted', interpreter: 'Ma Hla', textVersion: '1' });
  for (const target of ['face', 'right-four', 'left-four', 'two-thumbs', 'both-irises'] as const) {
    await ask('capture', { captureId, target });
  }
  await ask('recordSamePerson', { captureId, judgement: 'same' });
  expect((await ask('getCapture', {})).capture).toMatchObject({ missing: [], canSeal: true });
  await ask('sealCapture', { captureId });
  expect(readdirSync(join(folder, 'packets'))).toHaveLength(1);
  expect(await ask('syncNow', {})).toEqual({ sent: 1, waiting: 0, online: true });
  expect(readdirSync(join(folder, 'packets'))).toEqual([]);

  await runJobs(road);
  const { state, reason } = await ask('captureStatus', { visitId });
  expect([state, reason]).toEqual(['cleared', undefined]);
  expect(await printCards(road)).toEqual(['passed']);
  const { verified, verificationId } = await ask('verifyPerson', { visitId, target: 'both-irises' });
  expect(verified).toBe(true);
  const handed = await ask('handOverCard', { by: 'one-to-one', visitId, verificationId: verificationId! });
  expect(handed).toMatchObject({ outcome: 'done', cardSerial: expect.any(String) });
  expect(faults).toEqual([]);
}, 90_000);
