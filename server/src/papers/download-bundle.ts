import { pipeline } from 'node:stream/promises';
import type { InputOf } from '@permit/domain/contract/endpoint.ts';
import type { papersApi } from '@permit/domain/contract/papers-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { inTransaction, type Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import type { Around } from '../http/route.ts';
import { bundleOf, describeBundle, itemsOf, type BundleItem } from './bundle-store.ts';
import { openPaper, type PaperRow } from './keep-paper.ts';
import { rangeStart, skipUntil, streamZip, type ZipEntry } from './stream-zip.ts';

/**
 * The ZIP, made while it is sent: nothing of it lies anywhere in the clear. Each paper is opened under the caller's own
 * rights when its turn comes.
 */
export async function downloadBundle(
  around: Around,
  { bundleId }: InputOf<typeof papersApi.downloadBundle>,
): Promise<void> {
  const { deps, caller, requestId, request, response } = around;
  const items = await inTransaction(deps, caller, requestId, (tx) => readyItems(tx, bundleId));
  const { stream, size } = await streamZip([
    listOf(items),
    ...items.flatMap((item) => entryOf(around, item)),
  ]);
  const start = rangeStart(request.headers.range, size);
  response.status(start === undefined ? 200 : 206).set({
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="papers-${bundleId}.zip"`,
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    'content-length': String(size - (start ?? 0)),
    ...(start === undefined ? {} : { 'content-range': `bytes ${start}-${size - 1}/${size}` }),
  });
  await pipeline(stream, skipUntil(start ?? 0), response).catch((err: Error) =>
    deps.log.warn({ bundleId, err: err.message }, 'a bundle was not sent to its end'),
  );
}

async function readyItems(tx: Tx, bundleId: string): Promise<BundleItem[]> {
  const bundle = await bundleOf(tx, bundleId);
  const { state } = describeBundle(tx, bundle);
  if (state !== 'ready') throw new ApiError('wrong-state', { detailCode: `bundle-${state}` });
  const items = await itemsOf(tx.db, bundle.id);
  await recordAudit(tx, {
    act: 'bundle-read',
    subjectKind: 'bundle',
    subjectId: bundleId,
    purpose: 'own-case',
    detail: { papers: items.length },
  });
  return items;
}

function entryOf({ deps, caller, requestId }: Around, item: BundleItem): ZipEntry[] {
  if (!item.blob_key || item.bytes === undefined) return [];
  const row = item as BundleItem & PaperRow;
  return [
    {
      name: item.name,
      size: row.bytes,
      open: () => inTransaction(deps, caller, requestId, async (tx) => (await openPaper(tx, row)).pdf),
    },
  ];
}

/** What is inside, and what could not be made. Names of files only: nothing that a sheet would run as a formula. */
function listOf(items: readonly BundleItem[]): ZipEntry {
  const lines = items.map(({ name, problem }) => `${name},${problem ? 'missing' : 'ok'}`);
  const bytes = Buffer.from(`\ufeffpaper,state\r\n${lines.map((line) => `${line}\r\n`).join('')}`);
  return { name: 'list.csv', size: bytes.length, open: async () => bytes };
}
