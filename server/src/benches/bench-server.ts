import { createAccount, grantRole } from '../accounts/create-account.ts';
import { createDraft } from '../applications/create-draft.ts';
import { migrate } from '../database/migrate.ts';
import { inTransaction, SYSTEM, type Caller } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { issueAccessToken } from '../http/access-token.ts';
import { newId, newPublicId } from '../ids.ts';
import { listenForBench } from './bench-app.ts';
import { benchDeps, benchKeys, LOGIN } from './bench-deps.ts';
import { startBenchProcesses } from './processes/start-processes.ts';

type Draft = Parameters<typeof createDraft>[1]['draft'];

/** The real application over a real database, and one filer whose token is good for the whole bench. */
export interface BenchServer {
  readonly origin: string;
  /** The processes that answer. */
  readonly pids: readonly number[];
  readonly token: string;
  readonly deps: Deps;
  readonly caller: Caller;
  /** Drafts of as many different people, ready to be filed. */
  prepareDrafts(draft: Draft, count: number): Promise<string[]>;
  close(): Promise<void>;
}

/** In this process, or in so many of its own: then the bench and what it measures share no thread. */
export async function startBenchServer(
  ownerUrl: string,
  folder: string,
  { processes = 0 }: { processes?: number } = {},
): Promise<BenchServer> {
  const appUrl = Object.assign(new URL(ownerUrl), LOGIN).href;
  await migrate(ownerUrl, appUrl);
  const material = benchKeys();
  const deps = benchDeps(appUrl, folder, material);
  const { caller, token } = await aFiler(deps);
  const here = async () => ({ ...(await listenForBench(deps)), pids: [process.pid] });
  const server = await (processes === 0
    ? here()
    : startBenchProcesses(processes, { url: appUrl, folder, material }));
  return {
    origin: server.origin,
    pids: server.pids,
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
      await server.close();
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
