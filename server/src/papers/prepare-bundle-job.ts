import type { papersApi } from '@permit/domain/contract/papers-api.ts';
import type { InputOf } from '@permit/domain/contract/endpoint.ts';
import { findApplicationById, type Application } from '../applications/application-store.ts';
import { inTransaction, SYSTEM, type Tx } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { ApiError } from '../errors.ts';
import { PermanentJobFault } from '../jobs/job-kinds.ts';
import { queueJob } from '../jobs/queue-job.ts';
import type { JobHandler } from '../jobs/run-worker.ts';
import { bundlesWithProgress, type BundleRow } from './bundle-store.ts';
import { composePaper } from './compose-paper.ts';
import { drawOrFind } from './keep-paper.ts';
import { papersOf } from './list-papers.ts';
import { PaperFault, type PaperPress } from './paper-press.ts';

/** One job works well within its lease, then leaves the rest to the next. */
const SLICE_MS = 40_000;

/**
 * Makes the papers of a bundle case by case. Each case is committed by itself, so that a worker that dies loses one
 * case's work at most; a paper that cannot be made is named in the bundle and holds nothing up.
 */
export function prepareBundleJob(press: PaperPress, sliceMs = SLICE_MS): JobHandler {
  return async (deps, job) => {
    const bundle = await bundleById(deps, job.subject['bundleId'] ?? '');
    const until = deps.clock.now().getTime() + sliceMs;
    let next = await nextCase(deps, bundle.id);
    while (next && deps.clock.now().getTime() < until) {
      await prepareCase({ deps, press, bundle }, next);
      next = await nextCase(deps, bundle.id);
    }
    return async (tx) => {
      if (next) await queueJob(tx, 'prepare-bundle', { bundleId: bundle.id });
      else await tx.db('bundles').where('id', bundle.id).update({ ready_at: tx.deps.clock.now() });
    };
  };
}

interface Work {
  readonly deps: Deps;
  readonly press: PaperPress;
  readonly bundle: BundleRow;
}

interface CaseOfBundle {
  readonly position: number;
  readonly application_id: string;
}

async function bundleById(deps: Deps, id: string): Promise<BundleRow> {
  const row = await asSystem(deps, (tx) =>
    bundlesWithProgress(tx.db).where('k.id', id).first<BundleRow | undefined>(),
  );
  if (!row) throw new PermanentJobFault('no such bundle');
  return row;
}

function nextCase(deps: Deps, bundleId: string): Promise<CaseOfBundle | undefined> {
  return asSystem(deps, (tx) =>
    tx
      .db('bundle_cases')
      .where('bundle_id', bundleId)
      .whereNull('done_at')
      .orderBy('position')
      .first<CaseOfBundle | undefined>('position', 'application_id'),
  );
}

interface Item {
  readonly kind: string;
  readonly name: string;
  readonly paper_id: string | null;
  readonly problem: string | null;
}

async function prepareCase(work: Work, { position, application_id }: CaseOfBundle): Promise<void> {
  const { deps, bundle } = work;
  const found = await asSystem(deps, async (tx) => {
    const application = await findApplicationById(tx.db, application_id);
    if (!application?.workerKeyWrapped) return undefined;
    return { application, entries: await papersOf(tx, application) };
  });
  const wanted = found?.entries.filter(({ kind }) => bundle.kinds.includes(kind)) ?? [];
  const items: Item[] = [];
  for (const entry of wanted) items.push(await prepareItem(work, found!.application, entry));
  await asSystem(deps, async (tx) => {
    const rows = items.map((item, at) => ({ bundle_id: bundle.id, position, item: at, ...item }));
    if (rows.length > 0) await tx.db('bundle_items').insert(rows).onConflict().ignore();
    await tx
      .db('bundle_cases')
      .where({ bundle_id: bundle.id, position })
      .update({ done_at: deps.clock.now() });
  });
}

type Entry = Pick<InputOf<typeof papersApi.getPaper>, 'kind' | 'subjectId'> & { readonly number: string };

async function prepareItem(
  { deps, press, bundle }: Work,
  application: Application,
  entry: Entry,
): Promise<Item> {
  const { kind, subjectId } = entry;
  const folder = application.number ?? application.publicId;
  // The number of an order has a stroke, which is a folder in a ZIP.
  const name = `${folder}/${kind}-${entry.number.replace('/', '-')}.pdf`;
  const language = bundle.language ?? undefined;
  try {
    const draft = await asSystem(deps, (tx) => composePaper(tx, { kind, subjectId, language }));
    const asking = { deps, press, requestId: `bundle:${bundle.id}`, caller: SYSTEM };
    const { paperId } = await drawOrFind(asking, draft, language ?? 'own');
    if (paperId) return { kind, name, paper_id: paperId, problem: null };
    return { kind, name, paper_id: null, problem: 'not-kept' };
  } catch (error) {
    if (!(error instanceof PaperFault) && !(error instanceof ApiError)) throw error;
    deps.log.error(
      { bundleId: bundle.id, kind, problem: error.message },
      'a paper of a bundle cannot be made',
    );
    return { kind, name, paper_id: null, problem: error.message.slice(0, 200) };
  }
}

const asSystem = <T>(deps: Deps, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(deps, SYSTEM, 'bundle', work);
