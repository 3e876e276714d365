import { AwsV4Signer } from 'aws4fetch';
import { setTimeout as pause } from 'node:timers/promises';
import { sha256 } from '../ids.ts';
import { BlobStoreFault, type S3Settings } from './s3-settings.ts';

const TIMEOUT_MS = 15_000;
const ATTEMPTS = 4;
const PAUSE_MS = 150;
/** Overloaded, restarting, or two of our own attempts at once: the same request may succeed in a moment. */
const AGAIN = [408, 409, 429, 500, 502, 503, 504];

export interface S3Request {
  readonly method: 'GET' | 'PUT' | 'DELETE' | 'HEAD';
  readonly key: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export interface S3Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
  /** Which attempt it was: an earlier one may have been done without our hearing of it. */
  readonly attempt: number;
}

/**
 * Sends one request, again where the store is overloaded or the line breaks, and answers what was neither. Every
 * attempt is signed anew (SigV4 dates a signature), with the hash of the body in it. Throws after the last.
 */
export async function askS3(settings: S3Settings, request: S3Request): Promise<S3Answer> {
  const { attempts = ATTEMPTS, pauseMs = PAUSE_MS } = settings;
  let last: { status: number; cause?: unknown } = { status: 0 };
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    // Spread over half of the pause, so that many who were cut off at once do not come back at once.
    if (attempt > 1) await pause(pauseMs * 2 ** (attempt - 2) * (0.75 + Math.random() / 2));
    try {
      const answer = await sendOnce(settings, request);
      if (!AGAIN.includes(answer.status)) return { ...answer, attempt };
      last = { status: answer.status };
    } catch (cause) {
      last = { status: 0, cause };
    }
  }
  throw new BlobStoreFault(request.method, last.status, last.cause);
}

async function sendOnce(settings: S3Settings, request: S3Request): Promise<Omit<S3Answer, 'attempt'>> {
  const { method, key, body } = request;
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = settings;
  const hash = sha256(body ?? new Uint8Array(0)).toString('hex');
  const signed = await new AwsV4Signer({
    method,
    url: `${endpoint.replace(/\/$/, '')}/${encodeURIComponent(bucket)}/${key}`,
    headers: { ...request.headers, 'x-amz-content-sha256': hash },
    ...{ service: 's3', region, accessKeyId, secretAccessKey },
    allHeaders: true,
  }).sign();
  const response = await fetch(signed.url, {
    method,
    headers: signed.headers,
    // Never shared between threads, which is what the types of fetch ask for.
    ...(body ? { body: body as Uint8Array<ArrayBuffer> } : {}),
    redirect: 'error',
    signal: AbortSignal.timeout(settings.timeoutMs ?? TIMEOUT_MS),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: Buffer.from(await response.arrayBuffer()),
  };
}
