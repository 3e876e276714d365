import { randomBytes } from 'node:crypto';
import type { CommandAsk, CommandName, CommandOutput, KioskEvent } from '../../kiosk-api.ts';
import { createKiosk, type Kiosk } from '../create-kiosk.ts';
import type { FileSystem } from '../offline-store/file-system.ts';
import { openStationStore } from '../offline-store/station-store.ts';
import { type FakeReaders, fakeReaders } from './fake-readers.ts';
import { type FakeServer, fakeServer, SERVER_TIME } from './fake-server.ts';
import { FaultyFileSystem } from './faulty-file-system.ts';

export interface KioskUnderTest {
  readonly kiosk: Kiosk;
  readonly server: FakeServer;
  readonly readers: FakeReaders;
  readonly fs: FileSystem;
  readonly events: KioskEvent[];
  readonly faults: unknown[];
  readonly time: { now: number; running: number };
  /** The output of a command; throws its problem's code. */
  ask<Name extends CommandName>(name: Name, input: CommandAsk<Name>): Promise<CommandOutput<Name>>;
  /** The code by which a command is refused, or `ok`. */
  codeOf<Name extends CommandName>(name: Name, input: CommandAsk<Name>): Promise<string>;
  /** The same folder opened by a new program, or another disk under the same name. */
  restarted(disk?: FileSystem): Promise<KioskUnderTest>;
}

interface Parts {
  readonly server: FakeServer;
  readonly readers: FakeReaders;
  readonly fs: FileSystem;
  readonly key: Buffer;
  readonly folder: string;
  readonly time: { now: number; running: number };
  readonly previewMs: number;
  readonly mode: 'demo' | 'production';
}

/** A kiosk over fakes for everything outside; pass a real folder and disk to look at what is written. */
export function aKiosk(given: Partial<Parts> = {}): Promise<KioskUnderTest> {
  return build({
    server: fakeServer(),
    readers: fakeReaders(),
    fs: new FaultyFileSystem(),
    key: randomBytes(32),
    folder: 'disk',
    time: { now: SERVER_TIME, running: 0 },
    previewMs: 12,
    mode: 'demo',
    ...given,
  });
}

async function build(parts: Parts): Promise<KioskUnderTest> {
  const { server, readers, fs, key, folder, time, previewMs, mode } = parts;
  const events: KioskEvent[] = [];
  const faults: unknown[] = [];
  const kiosk = await createKiosk(
    {
      config: {
        mode,
        training: false,
        contractVersion: '1',
        catalogueVersion: '1',
        previewMs,
        captureTimeoutMs: 20_000,
      },
      clock: { now: () => time.now, running: () => time.running },
      store: await openStationStore({ fs, folder, mirrorFolder: undefined, key }),
      server,
      readers,
    },
    (fault) => faults.push(fault),
  );
  kiosk.subscribe((event) => events.push(event));
  const ask: KioskUnderTest['ask'] = async (name, input) => {
    const answer = await kiosk.dispatch(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.problem.code} ${answer.problem.detail ?? ''}`);
    return answer.output as never;
  };
  const codeOf: KioskUnderTest['codeOf'] = async (name, input) => {
    const answer = await kiosk.dispatch(name, input);
    return answer.ok ? 'ok' : answer.problem.code;
  };
  return {
    kiosk,
    server,
    readers,
    fs,
    events,
    faults,
    time,
    ask,
    codeOf,
    restarted: (disk = fs) => build({ ...parts, fs: disk }),
  };
}

export const CLERK = { username: 'clerk.one', password: 'correct horse', code: '123456' };

/** Enrolled, signed in, and the visit checked in. */
export async function readyKiosk(given: Partial<Parts> = {}): Promise<KioskUnderTest> {
  const station = await aKiosk(given);
  await station.ask('enrolStation', {
    name: 'Counter 1',
    by: { username: 'supervisor', password: 'correct horse', code: '123456' },
  });
  await station.ask('signIn', CLERK);
  await station.ask('checkIn', { visitId: station.server.visitId, paperSeen: 'passport' });
  return station;
}

/** Everything from the notice to the clerk's judgement; the capture is ready to be sealed. */
export async function captureAll({ ask, server }: KioskUnderTest): Promise<string> {
  const { capture } = await ask('openCapture', { visitId: server.visitId });
  const { captureId } = capture;
  await ask('recordNotice', { captureId, how: 'heard', textVersion: '1' });
  for (const target of ['face', 'right-four', 'left-four', 'two-thumbs', 'both-irises'] as const) {
    await ask('capture', { captureId, target });
  }
  await ask('recordSamePerson', { captureId, judgement: 'same' });
  return captureId;
}
