import { X509Certificate } from 'node:crypto';
import { compactVerify, decodeProtectedHeader } from 'jose';
import { ReaderError } from '../reader-error.ts';
import type { ReaderTime } from '../reader-time.ts';
import { asObject, parseJson, type JsonObject } from './json-fields.ts';

const LONGEST_CHAIN = 5;

/** A payload whose signature leads to a pinned root. */
export interface TrustedPayload {
  readonly payload: JsonObject;
  /** DER of the signer's certificate, base64. */
  readonly signerCertificate: string;
}

/** Verifies what devices sign. */
export interface SbiTrust {
  verify(jws: string, what: string): Promise<TrustedPayload>;
}

/**
 * Trusts JWS (RS256) whose `x5c` chain ends at one of the pinned roots and is valid now. A device's
 * own certificate or dates prove nothing. Throws `tampered`.
 */
export function pinnedTrust(rootsPem: readonly string[], time: ReaderTime): SbiTrust {
  const roots = rootsPem.map((pem) => new X509Certificate(pem));
  return {
    verify: async (jws, what) => {
      const chain = chainOf(jws, what);
      requireTrusted(chain, roots, { now: time.now(), what });
      const { payload } = await compactVerify(jws, chain[0]!.publicKey, { algorithms: ['RS256'] }).catch(
        () => {
          throw new ReaderError('tampered', `the signature of ${what} is wrong`);
        },
      );
      return {
        payload: asObject(parseJson(new TextDecoder().decode(payload), what), what),
        signerCertificate: chain[0]!.raw.toString('base64'),
      };
    },
  };
}

function chainOf(jws: string, what: string): readonly X509Certificate[] {
  try {
    const { x5c, alg } = decodeProtectedHeader(jws);
    if (alg !== 'RS256' || x5c === undefined || x5c.length === 0 || x5c.length > LONGEST_CHAIN)
      throw new Error();
    return x5c.map((der) => new X509Certificate(Buffer.from(der, 'base64')));
  } catch {
    throw new ReaderError('tampered', `${what} carries no RS256 signature with its certificates`);
  }
}

/** Each certificate is signed by the next, the last by a pinned root (or is the root), all valid now. */
function requireTrusted(
  chain: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  { now, what }: { readonly now: number; readonly what: string },
): void {
  chain.forEach((certificate, i) => {
    if (now < Date.parse(certificate.validFrom) || now > Date.parse(certificate.validTo)) {
      throw new ReaderError('tampered', `a certificate of ${what} is not valid now`);
    }
    const issuer = chain[i + 1];
    if (issuer !== undefined && !issued(issuer, certificate)) {
      throw new ReaderError('tampered', `the certificates of ${what} do not form a chain`);
    }
  });
  const last = chain.at(-1)!;
  const known = roots.some((root) => root.fingerprint256 === last.fingerprint256 || issued(root, last));
  if (!known) throw new ReaderError('tampered', `${what} is signed under a root that is not pinned`);
}

function issued(issuer: X509Certificate, certificate: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}
