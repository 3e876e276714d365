import { encodePermitQr } from '@permit/domain/cards/permit-qr.ts';
import type { PermitPeriod } from './permit-period.ts';
import { promisify } from 'node:util';
import { deflate as zlibDeflate } from 'node:zlib';
import type { WorkerRecord } from '../applications/worker-record.ts';
import { displayName } from '../applications/worker-record.ts';
import type { KeyStore } from '../vault/key-store.ts';

const deflate = promisify(zlibDeflate);
const ISSUER = 'doe.go.th';

export interface QrFacts {
  readonly publicId: string;
  readonly statusIndex: number;
  readonly category: string;
  readonly period: PermitPeriod;
  readonly worker: WorkerRecord;
  readonly nationality: string | undefined;
  readonly birthYear: number | undefined;
  readonly issuedAt: Date;
}

/** The signed text of a card's QR; a birth that is not known to the day puts the year into the private part. */
export function permitQr(keys: KeyStore, facts: QrFacts): Promise<string> {
  const { birth, names } = facts.worker;
  const wholeDay = birth?.precision === 'day' ? birth.date : undefined;
  const { keyId } = keys.publicKeys('card')[0]!;
  const claims = {
    issuer: ISSUER,
    issuedAt: Math.floor(facts.issuedAt.getTime() / 1000),
    fullName: displayName(names),
    ...(wholeDay ? { dateOfBirth: wholeDay } : {}),
    ...(facts.nationality ? { nationality: facts.nationality } : {}),
    permit: {
      publicId: facts.publicId,
      kind: 'card' as const,
      validFrom: facts.period.from,
      validTo: facts.period.to,
      category: facts.category,
      ...(facts.birthYear === undefined ? {} : { birthYear: facts.birthYear }),
      statusIndex: facts.statusIndex,
    },
  };
  return encodePermitQr(claims, {
    algorithm: 'EdDSA',
    keyId,
    sign: async (bytes) => keys.sign('card', bytes).signature,
    deflate: (bytes) => deflate(bytes),
  });
}
