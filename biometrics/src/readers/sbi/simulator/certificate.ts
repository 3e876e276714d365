import { randomBytes, sign, type KeyObject } from 'node:crypto';
import {
  bits,
  boolean,
  explicit,
  generalizedTime,
  integer,
  nothing,
  objectId,
  octets,
  sequence,
  set,
  text,
} from './der.ts';

export interface CertificateOrder {
  readonly subject: string;
  readonly subjectKey: KeyObject;
  readonly issuer: string;
  /** Private RSA key of the issuer. */
  readonly issuerKey: KeyObject;
  readonly from: Date;
  readonly until: Date;
  /** May sign other certificates. */
  readonly authority: boolean;
}

const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';
const COMMON_NAME = '2.5.4.3';
const BASIC_CONSTRAINTS = '2.5.29.19';
const VERSION_3 = 2;

/** An X.509 v3 certificate (RFC 5280) as DER. Every name says SIMULATED; it is worth nothing outside of rehearsals. */
export function issueCertificate(order: CertificateOrder): Buffer {
  const algorithm = sequence(objectId(SHA256_WITH_RSA), nothing());
  const constraints = order.authority ? sequence(boolean(true)) : sequence();
  const body = sequence(
    explicit(0, integer(Buffer.from([VERSION_3]))),
    integer(serialNumber()),
    algorithm,
    nameOf(order.issuer),
    sequence(generalizedTime(order.from), generalizedTime(order.until)),
    nameOf(order.subject),
    order.subjectKey.export({ type: 'spki', format: 'der' }),
    explicit(3, sequence(sequence(objectId(BASIC_CONSTRAINTS), boolean(true), octets(constraints)))),
  );
  return sequence(body, algorithm, bits(sign('sha256', body, order.issuerKey)));
}

export function pemOf(certificate: Uint8Array): string {
  const lines =
    Buffer.from(certificate)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** Positive and never beginning with a zero byte. */
function serialNumber(): Buffer {
  const serial = randomBytes(12);
  serial[0] = (serial[0]! & 0x7f) | 0x40;
  return serial;
}

function nameOf(commonName: string): Buffer {
  return sequence(set(sequence(objectId(COMMON_NAME), text(commonName))));
}
