import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import pino from 'pino';
import { createAccount, grantRole } from '../accounts/create-account.ts';
import { createApp } from '../app.ts';
import { createDraft } from '../applications/create-draft.ts';
import { createIntakePool } from '../documents/intake/intake-pool.ts';
import { noScanner } from '../documents/scan/virus-scanner.ts';
import { createRateLimit } from '../http/rate-limit.ts';
import { folderBlobs } from '../blobs/folder-blobs.ts';
import { systemClock } from '../clock.ts';
import { connectDatabase } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { inTransaction, SYSTEM, type Caller } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { issueAccessToken } from '../http/access-token.ts';
import { newId, newPublicId } from '../ids.ts';
import { keyStoreOf } from '../vault/file-key-store.ts';
import { newKeyMaterial } from '../vault/key-material.ts';
import { engineInline } from '../matching/template-engine.ts';
import { createPaperPress } from '../papers/paper-press.ts';

type Draft = Parameters<typeof createDraft>[1]['draft'];

/** The real application over a real database, and one filer whose token is good for the whole bench. */
export interface BenchServer {
  readonly origin: string;
  readonly token: string;
  readonly deps: Deps;
  readonly caller: Caller;
  /** Drafts of as many different people, ready to be filed. */
  prepareDrafts(draft: Draft, count: number): Promise<string[]>;
  close(): Promise<void>;
}

const NO_BELL = {
  kind: 'listen-notify',
  ring: () => undefined,
  listen: async () => async () => undefined,
  close: async () => undefined,
} as const;
/** The limits are counted as ever, but a bench is one address that asks a lot. */
const NO_LIMITS = { trackApplication: { each: 1e9, all: 1e9 } };
const ANY_GUESSES = { points: 1e9, duration: 600 };
/** The program's own login in the throw-away database. */
export const LOGIN = { username: 'permit_bench', password: 'throw-away' };

export async function startBenchServer(ownerUrl: string, folder: string): Promise<BenchServer> {
  const appUrl = Object.assign(new URL(ownerUrl), LOGIN).href;
  await migrate(ownerUrl, appUrl);
  const deps = benchDeps(appUrl, folder);
  const { caller, token } = await aFiler(deps);
  const intake = createIntakePool();
  const server = createServer(
    createApp(
      deps,
      { intake, press: createPaperPress(), engine: engineInline },
      createRateLimit(NO_LIMITS, ANY_GUESSES),
    ),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    token,
    deps,
    caller,
    async prepareDrafts(draft, count) {
      const ids: string[] = [];
      const makers = Array.from({ length: 8 }, async () => {
        for (let left = count; left > 0 && ids.length < count; left -= 1) {
          const { applicationId } = await inTransaction(deps, caller, 'bench', (tx) =>
            createDraft(tx, { serviceCode: 'R59M', draft: asSomebodyElse(draft) }),
          );
          ids.push(applicationId);
        }
      });
      await Promise.all(makers);
      return ids.slice(0, count);
    },
    async close() {
      intake.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await deps.db.destroy();
    },
  };
}

/** Another name and number each time: a country of one person would make every search for duplicates long. */
function asSomebodyElse(draft: Draft): Draft {
  const letters = newId()
    .replace(/[^0-9a-f]/g, '')
    .slice(14)
    .replace(/\d/g, (digit) => 'GHIJKLMNOP'[Number(digit)]!)
    .toUpperCase();
  const names = { ...draft.worker?.names, firstLatin: letters };
  return {
    ...draft,
    worker: { ...draft.worker, names },
    travelDocument: { ...draft.travelDocument, number: letters.slice(0, 9) },
  };
}

/** What the product needs, over a throw-away database and folder. */
export function benchDeps(url: string, folder: string): Deps {
  return {
    config: {
      APP_MODE: 'demo',
      DATABASE_URL: url,
      PORT: 0,
      HOST: '127.0.0.1',
      PUBLIC_URL: 'http://127.0.0.1',
      DATA_DIR: folder,
      KEY_STORE_FILE: join(folder, 'keys'),
      KEY_STORE_PASSPHRASE: '',
      ANCHOR_FILE: join(folder, 'anchor'),
      LOG_LEVEL: 'silent',
    },
    log: pino({ level: 'silent' }),
    keys: keyStoreOf(newKeyMaterial(true).material),
    db: connectDatabase(url),
    clock: systemClock('2026-11-20T09:00:00+07:00'),
    blobs: folderBlobs(join(folder, 'blobs')),
    scanner: noScanner,
    bell: NO_BELL,
  };
}

async function aFiler(deps: Deps): Promise<{ caller: Caller; token: string }> {
  const filer = await inTransaction(deps, SYSTEM, 'bench', async (tx) => {
    const party = { id: newId(), public_id: newPublicId(), kind: 'employer', name_th: 'bench' };
    await tx
      .db('parties')
      .insert([
        party,
        { id: newId(), public_id: newPublicId(), kind: 'office', code: 'OFFICE-CENTRAL', name_th: 'bench' },
      ]);
    const account = await createAccount(tx, {
      username: 'bench',
      password: 'bench password',
      displayName: 'bench',
    });
    await grantRole(tx, account.accountId, { role: 'employer', partyId: party.id });
    return { ...account, partyId: party.id };
  });
  const roles = [{ role: 'employer' as const, partyId: filer.partyId }];
  const claims = {
    sid: newId(),
    account: filer.accountId,
    accountPublic: filer.publicId,
    person: filer.personId,
    roles,
  };
  const caller: Caller = {
    callerClass: 'applicant',
    role: 'employer',
    personId: filer.personId,
    accountId: filer.accountId,
    accountPublicId: filer.publicId,
    sessionId: claims.sid,
    partyIds: [filer.partyId],
    roles,
  };
  return { caller, token: await issueAccessToken(deps.keys, claims, new Date()) };
}
