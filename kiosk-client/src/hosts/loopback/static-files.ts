import { readFile } from 'node:fs/promises';
import { extname, normalize, resolve, sep } from 'node:path';

export interface StaticFile {
  readonly type: string;
  readonly bytes: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.png': 'image/png',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
};

/** Our own page, our own scripts, the camera, and nothing else. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
    "font-src 'self'; connect-src 'self'; media-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** The file for a request path under the folder; undefined for anything outside it, unknown or absent. */
export async function staticFile(folder: string, requestPath: string): Promise<StaticFile | undefined> {
  const path = decoded(requestPath);
  if (path === undefined || path.includes('\0')) return undefined;
  const wanted = path === '/' ? '/index.html' : path;
  const file = resolve(folder, `.${normalize(wanted)}`);
  if (!file.startsWith(resolve(folder) + sep)) return undefined;
  const type = TYPES[extname(file)];
  const bytes = type === undefined ? undefined : await readFile(file).catch(() => undefined);
  return type === undefined || bytes === undefined ? undefined : { type, bytes };
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
