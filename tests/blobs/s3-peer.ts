import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const S3_KEYS = {
  accessKeyId: 'AKIDPEER',
  secretAccessKey: 'a secret of the peer/+=',
  region: 'ap-southeast-7',
};
export const BUCKET = 'permit-files';

/**
 * What befalls one request: overload; a line cut before the act, or after it so that the answer is lost; no answer in
 * time; half a body; another client who was there first.
 */
export type S3Fault =
  'overloaded' | 'cut-before' | 'cut-after' | 'slow' | 'half-body' | 'no-bucket' | 'forbidden';

export interface S3Peer {
  readonly endpoint: string;
  readonly objects: Map<string, { bytes: Buffer; meta: string }>;
  /** Taken one a request, in order; then all goes well. */
  readonly faults: S3Fault[];
  /** Why requests were refused at the door. */
  readonly refused: string[];
  requests: number;
  /** Another client writes this under the name of the next put, just before it. */
  takeNext?: Buffer | undefined;
  close(): Promise<void>;
}

/** A store that keeps objects in memory and believes nobody: every signature is worked out again from the request. */
export async function startS3Peer(): Promise<S3Peer> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => answer(peer, request, Buffer.concat(parts), response));
    request.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const peer: S3Peer = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects: new Map(),
    faults: [],
    refused: [],
    requests: 0,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return peer;
}

function answer(peer: S3Peer, request: IncomingMessage, body: Buffer, response: ServerResponse): void {
  peer.requests += 1;
  const fault = peer.faults.shift();
  const problem = signatureProblem(request, body);
  if (problem) {
    peer.refused.push(problem);
    return refuse(response, 403, 'SignatureDoesNotMatch');
  }
  if (fault === 'slow') return;
  if (fault === 'cut-before') return void request.socket.destroy();
  if (fault === 'overloaded') return refuse(response, 503, 'SlowDown');
  if (fault === 'forbidden') return refuse(response, 403, 'AccessDenied');
  if (fault === 'no-bucket') return refuse(response, 404, 'NoSuchBucket');
  act(
    peer,
    request,
    body,
    fault === 'cut-after' || fault === 'half-body' ? cutting(response, fault) : response,
  );
}

/** Acts, and lets the line break where the answer should go. */
function cutting(response: ServerResponse, fault: 'cut-after' | 'half-body'): ServerResponse {
  response.end = ((body?: Buffer | string) => {
    const bytes = Buffer.from(body ?? '');
    if (fault === 'cut-after' || bytes.length === 0) return (response.socket?.destroy(), response);
    response.setHeader('content-length', bytes.length);
    response.write(bytes.subarray(0, bytes.length >> 1), () => response.socket?.destroy());
    return response;
  }) as ServerResponse['end'];
  return response;
}

function act(peer: S3Peer, request: IncomingMessage, body: Buffer, response: ServerResponse): void {
  const [, bucket, ...rest] = new URL(request.url!, 'http://peer').pathname.split('/');
  const key = rest.join('/');
  if (bucket !== BUCKET) return refuse(response, 404, 'NoSuchBucket');
  if (request.method === 'PUT' && peer.takeNext) {
    peer.objects.set(key, { bytes: peer.takeNext, meta: '' });
    peer.takeNext = undefined;
  }
  const object = peer.objects.get(key);
  if (request.method === 'PUT') {
    if (request.headers['if-none-match'] === '*' && object)
      return refuse(response, 412, 'PreconditionFailed');
    peer.objects.set(key, { bytes: body, meta: String(request.headers['x-amz-meta-sha256'] ?? '') });
    return void response.writeHead(200).end();
  }
  if (request.method === 'DELETE') {
    peer.objects.delete(key);
    return void response.writeHead(204).end();
  }
  if (!object) return refuse(response, 404, 'NoSuchKey');
  response.setHeader('x-amz-meta-sha256', object.meta);
  response.statusCode = 200;
  response.end(request.method === 'HEAD' ? undefined : object.bytes);
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<Error><Code>${code}</Code></Error>`);
}

const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();
const hash = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
/** A signature older or newer is not taken. */
const MOST_SKEW_MS = 15 * 60_000;
/** What must stand under the signature, where the request has it. */
const MUST_BE_SIGNED = ['host', 'x-amz-date', 'x-amz-content-sha256', 'if-none-match', 'x-amz-meta-sha256'];

/** AWS Signature Version 4 as the store's manual describes it, worked out here from the request alone. */
export function signatureProblem(request: IncomingMessage, body: Buffer): string | undefined {
  const header = (name: string) => String(request.headers[name] ?? '');
  const parsed =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      header('authorization'),
    );
  if (!parsed) return 'not signed';
  const [, accessKeyId, day, region, signedHeaders = '', signature = ''] = parsed;
  if (accessKeyId !== S3_KEYS.accessKeyId || region !== S3_KEYS.region) return 'another key or region';
  const date = header('x-amz-date');
  const at = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!date.startsWith(day!) || !(Math.abs(at - Date.now()) < MOST_SKEW_MS)) return 'another day';
  if (header('x-amz-content-sha256') !== hash(body)) return 'the body is not the one that was signed';
  const names = signedHeaders.split(';');
  const open = MUST_BE_SIGNED.filter((name) => name in request.headers && !names.includes(name));
  if (open.length > 0) return `not under the signature: ${open.join()}`;
  const url = new URL(request.url!, 'http://peer');
  const canonical = [
    request.method,
    url.pathname,
    url.searchParams.toString(),
    ...names.map((name) => `${name}:${header(name).trim()}`),
    '',
    signedHeaders,
    hash(body),
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', date, scope, hash(canonical)].join('\n');
  const key = ['s3', 'aws4_request'].reduce(
    (from, part) => hmac(from, part),
    hmac(hmac(`AWS4${S3_KEYS.secretAccessKey}`, day!), region!),
  );
  const right = hmac(key, text);
  return timingSafeEqual(right, Buffer.from(signature, 'hex')) ? undefined : 'the signature differs';
}
