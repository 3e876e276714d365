// `npm run verify -- QRTEXT|IMAGE [--trust FILE] [--status FILE] [--server URL]`: what a permit's QR says, offline
// where the files are given, otherwise with the lists of the running demo. Exit 0: the person may work.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openStatusList } from '@permit/domain/cards/signed-status-list.ts';
import type { StatusList } from '@permit/domain/cards/status-list.ts';
import { TrustListSchema, type TrustList } from '@permit/domain/cards/trust-list.ts';
import { verifyPermitQr, type VerifierAnswerCode } from '@permit/domain/cards/verify-permit-qr.ts';
import { nodeInflate, nodeVerifySignature } from '@permit/print/claim-ports.ts';
import { LaunchFault } from './launch/launch-fault.mjs';
import { runMain, say } from './launch/say.mjs';

const MAY_WORK: readonly VerifierAnswerCode[] = ['valid', 'may-work-renewal-pending', 'temporary'];
const projectRoot = fileURLToPath(new URL('..', import.meta.url));

await runMain(async () => {
  const { positionals, values } = readArguments();
  const given = positionals[0];
  if (!given || positionals.length > 1)
    throw new LaunchFault(
      'use: npm run verify -- QRTEXT|IMAGE [--trust FILE] [--status FILE] [--server URL]',
      2,
    );
  const text = existsSync(given) ? await readCode(given) : given;
  const lists = values.trust ? listsOfFiles(values.trust, values.status) : await listsOfServer(values.server);
  const check = { trustList: lists.trustList, verifySignature: nodeVerifySignature(), inflate: nodeInflate };
  const statusList = lists.status && (await usableList(lists.status, check));
  const now = Math.floor(Date.now() / 1000);
  const answer = await verifyPermitQr(text, {
    ...check,
    now,
    ...(statusList ? { statusList } : {}),
  });
  console.log(JSON.stringify(answer, (_key, value) => (typeof value === 'bigint' ? Number(value) : value)));
  return MAY_WORK.includes(answer.answer) ? 0 : 1;
});

function readArguments() {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ allowPositionals: true, options: { trust: text, status: text, server: text } });
  } catch (error) {
    throw new LaunchFault(error instanceof Error ? error.message : String(error), 2);
  }
}

interface Lists {
  readonly trustList: TrustList;
  /** COSE_Sign1 as `getStatusList` hands it out. */
  readonly status: Uint8Array | undefined;
}

function listsOfFiles(trust: string, status: string | undefined): Lists {
  for (const file of [trust, status])
    if (file && !existsSync(file)) throw new LaunchFault(`the file ${file} is not there`, 2);
  const trustList = TrustListSchema.safeParse(tryJson(readFileSync(trust, 'utf8')));
  if (!trustList.success) throw new LaunchFault(`${trust} is no trust list`, 2);
  return { trustList: trustList.data, status: status ? readFileSync(status) : undefined };
}

async function listsOfServer(server: string | undefined): Promise<Lists> {
  const endpoints = join(projectRoot, '.local', 'endpoints.json');
  const known = existsSync(endpoints) ? (tryJson(readFileSync(endpoints, 'utf8')) as { web?: string }) : {};
  const base = server ?? known?.web;
  if (!base)
    throw new LaunchFault('nothing to check the signature with: give --trust FILE or --server URL', 2);
  const trustList = TrustListSchema.parse(await ask(base, '/api/v1/trust-list'));
  const list = (await ask(base, '/api/v1/status-list').catch(() => undefined)) as
    { list?: string } | undefined;
  if (!list?.list) say('verify', 'no status list: what happened after printing is not known');
  return { trustList, status: list?.list ? Buffer.from(list.list, 'base64') : undefined };
}

async function ask(base: string, path: string): Promise<unknown> {
  const answer = await fetch(new URL(path, base), { signal: AbortSignal.timeout(5_000) }).catch(
    () => undefined,
  );
  if (!answer?.ok)
    throw new LaunchFault(`${new URL(path, base).href} does not answer: is the system running?`);
  return answer.json();
}

async function usableList(
  bytes: Uint8Array,
  check: Parameters<typeof openStatusList>[1],
): Promise<StatusList | undefined> {
  const reading = await openStatusList(bytes, check);
  if (reading.ok) return reading.list;
  say('verify', `the status list is ${reading.code}: it is not used`);
  return undefined;
}

/** Decodes the QR of a picture; loaded lazily because texts need no decoder. */
async function readCode(file: string): Promise<string> {
  const [{ readBarcodes, prepareZXingModule }, { default: sharp }] = await Promise.all([
    import('zxing-wasm/reader'),
    import('sharp'),
  ]);
  const wasm = readFileSync(join(projectRoot, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'));
  // Handed over, because the module would fetch it from the network.
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  const { data, info } = await sharp(file, { limitInputPixels: 50e6 })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch((error: Error) => {
      throw new LaunchFault(`${file} is no picture that can be read: ${error.message}`);
    });
  const pixels = {
    data: new Uint8ClampedArray(data),
    width: info.width,
    height: info.height,
    colorSpace: 'srgb',
  };
  const [code] = await readBarcodes(pixels as Parameters<typeof readBarcodes>[0], { formats: ['QRCode'] });
  if (!code?.text) throw new LaunchFault(`${file} shows no QR code that can be read`);
  return code.text;
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
