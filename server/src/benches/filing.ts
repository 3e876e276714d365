import { SAMPLE_R59M } from '@permit/domain/catalogue/sample-drafts.ts';
import type { BenchServer } from './bench-server.ts';
import type { Asked } from './load/http-client.ts';
import type { Load } from './load/load.ts';

/** The worker of every bench was born on this day. */
export const BORN = '1998-03-14';

/** The drafts have no papers and the filer says why. */
const BODY = JSON.stringify({
  revision: 1,
  declaration: { textVersion: '1', language: 'th', accepted: true },
  overrules: [{ code: 'document-missing', reason: 'bench' }],
});

export function headersOf(server: BenchServer, more: Record<string, string> = {}): Record<string, string> {
  return { 'content-type': 'application/json', authorization: `Bearer ${server.token}`, ...more };
}

/** Prepares drafts of as many people and answers the requests that file them. */
export async function submitsOf(server: BenchServer, count: number): Promise<Asked[]> {
  const { documents: _d, overruled: _o, declaration: _x, ...draft } = SAMPLE_R59M;
  const worker = { ...draft.worker, birth: { precision: 'day' as const, date: BORN } };
  const ids = await server.prepareDrafts({ ...draft, worker }, count);
  return ids.map((id) => ({
    method: 'POST',
    path: `/api/v1/applications/${id}/submit`,
    headers: headersOf(server, { 'idempotency-key': `bench-${id}` }),
    body: BODY,
  }));
}

/** Files that many cases and answers their numbers. */
export async function fileCases(server: BenchServer, load: Load, count: number): Promise<string[]> {
  await load.send({ origin: server.origin, requests: await submitsOf(server, count), clients: 8 });
  return server.deps.db.transaction(async (db) => {
    await db.raw('SET LOCAL ROLE permit_job');
    return (await db('applications').whereNotNull('number').orderBy('number').pluck('number')) as string[];
  });
}
