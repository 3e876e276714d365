import type { PermitCodeKind } from '@permit/domain/cards/claim-169.ts';
import { encodePermitQr } from '@permit/domain/cards/permit-qr.ts';
import { promisify } from 'node:util';
import { deflate as zlibDeflate } from 'node:zlib';
import { draftOf, type Application } from '../applications/application-store.ts';
import { displayName, workerRecordOf } from '../applications/worker-record.ts';
import type { Tx } from '../database/transaction.ts';
import type { KeyStore } from '../vault/key-store.ts';
import type { PermitPeriod } from './permit-period.ts';

const deflate = promisify(zlibDeflate);
/** Who signs codes: on cards, telephones and papers. */
export const ISSUER = 'doe.go.th';

export interface QrFacts {
  readonly publicId: string;
  readonly kind: PermitCodeKind;
  readonly statusIndex: number;
  readonly category: string;
  readonly period: PermitPeriod;
  readonly fullName: string;
  readonly nationality: string | undefined;
  readonly birthYear: number | undefined;
  readonly issuedAt: Date;
  /** Default: the end of the permit's last day. */
  readonly expiresAt?: Date;
}

const seconds = (at: Date) => Math.floor(at.getTime() / 1000);

/** The signed text of a QR. The day of birth is withheld: only the year, in the private part (domain notes, part D). */
export function permitQr(keys: KeyStore, facts: QrFacts): Promise<string> {
  const { keyId } = keys.publicKeys('card')[0]!;
  const claims = {
    issuer: ISSUER,
    issuedAt: seconds(facts.issuedAt),
    ...(facts.expiresAt ? { expiresAt: seconds(facts.expiresAt) } : {}),
    fullName: facts.fullName,
    ...(facts.nationality ? { nationality: facts.nationality } : {}),
    permit: {
      publicId: facts.publicId,
      kind: facts.kind,
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

/** What a code says of its person, off the granted draft. Runs as the job class. */
export async function workerOnQr(
  tx: Tx,
  application: Application,
): Promise<Pick<QrFacts, 'fullName' | 'nationality' | 'birthYear'>> {
  const person = await tx
    .db('people')
    .where('id', application.workerPerson)
    .first<{ birth_year: number | null; nationality: string | null }>('birth_year', 'nationality');
  return {
    fullName: displayName(workerRecordOf(draftOf(tx.deps.keys, application)).names),
    nationality: person.nationality ?? undefined,
    birthYear: person.birth_year ?? undefined,
  };
}

/** The next free place in the status list. Runs as the job class. */
export async function nextStatusIndex(tx: Tx): Promise<number> {
  const { rows } = await tx.db.raw<{ rows: { status: string }[] }>(
    `SELECT nextval('status_running') AS status`,
  );
  return Number(rows[0]!.status);
}
