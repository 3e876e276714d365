import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { CompactSign } from 'jose';
import { issueCertificate, pemOf } from './certificate.ts';

/** Signs payloads as one device. */
export type DeviceSigner = (payload: unknown) => Promise<string>;

/** A certificate authority of a rehearsal and the devices under it. */
export interface SimulatorTrust {
  readonly rootPem: string;
  /** A device under this root. All share the key of their host, as devices of level L0 do. */
  signerFor(serial: string): DeviceSigner;
}

const DAY_MS = 86_400_000;
/** Device keys change every 30 days, roots live ten years. */
const DEVICE_DAYS = 30;
const ROOT_DAYS = 3650;
const ROOT_NAME = 'SIMULATED SBI root (not for production)';

/** A fresh root; nothing of it survives the process. */
export function createSimulatorTrust(now: number): SimulatorTrust {
  const root = rsaKey();
  const host = rsaKey();
  const from = new Date(now - DAY_MS);
  const rootCertificate = issueCertificate({
    subject: ROOT_NAME,
    subjectKey: createPublicKey(root),
    issuer: ROOT_NAME,
    issuerKey: root,
    from,
    until: new Date(now + ROOT_DAYS * DAY_MS),
    authority: true,
  });
  return {
    rootPem: pemOf(rootCertificate),
    signerFor: (serial) => {
      const certificate = issueCertificate({
        subject: `SIMULATED device ${serial}`,
        subjectKey: createPublicKey(host),
        issuer: ROOT_NAME,
        issuerKey: root,
        from,
        until: new Date(now + DEVICE_DAYS * DAY_MS),
        authority: false,
      });
      return signer(host, [certificate, rootCertificate]);
    },
  };
}

function signer(key: KeyObject, chain: readonly Buffer[]): DeviceSigner {
  const header = { alg: 'RS256', typ: 'JWT', x5c: chain.map((der) => der.toString('base64')) };
  return async (payload) =>
    await new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader(header).sign(key);
}

function rsaKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}
