import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export type RequestVerdict =
  { readonly allowed: true } | { readonly allowed: false; readonly status: 401 | 403 };

/**
 * Whether a request may reach the core: asked for by this host's own name (a page elsewhere cannot rebind its DNS
 * to us), from our own page or from no page, and with the token. Static files need no token.
 */
export function judgeRequest(
  headers: IncomingHttpHeaders,
  own: { readonly port: number; readonly token: string },
  needsToken: boolean,
): RequestVerdict {
  const hosts = [`127.0.0.1:${own.port}`, `localhost:${own.port}`];
  if (!hosts.includes(headers.host ?? '')) return { allowed: false, status: 403 };
  const { origin } = headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) {
    return { allowed: false, status: 403 };
  }
  if (needsToken && !sameText(headers.authorization ?? '', `Bearer ${own.token}`)) {
    return { allowed: false, status: 401 };
  }
  return { allowed: true };
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
