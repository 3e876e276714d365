import { encodePaperQr } from '@permit/domain/cards/paper-qr.ts';
import type { PaperPart } from '@permit/domain/cards/paper-part.ts';
import type { PaperInput } from '@permit/domain/papers/paper.ts';
import { promisify } from 'node:util';
import { deflate as zlibDeflate } from 'node:zlib';
import { sha256 } from '../ids.ts';
import { ISSUER } from '../permits/permit-qr.ts';
import type { KeyStore } from '../vault/key-store.ts';
import type { PaperPress } from './paper-press.ts';

const deflate = promisify(zlibDeflate);

/** A paper's bytes with our signature over their hash (decision 0011). */
export interface SignedPaper {
  readonly pdf: Buffer;
  readonly sha256: Buffer;
  readonly signature: Buffer;
  readonly keyId: string;
}

/** What the code on a paper says, and the moment it speaks of: never the clock, so that one fact gives one paper. */
export interface ProofFacts {
  readonly part: PaperPart;
  readonly fullName: string;
  readonly at: Date;
}

/** The text of the QR that shows a stranger that the paper is ours. */
export function paperProof(keys: KeyStore, { part, fullName, at }: ProofFacts): Promise<string> {
  const { keyId } = keys.publicKeys('card')[0]!;
  const claims = { issuer: ISSUER, issuedAt: Math.floor(at.getTime() / 1000), fullName, paper: part };
  return encodePaperQr(claims, {
    algorithm: 'EdDSA',
    keyId,
    sign: async (bytes) => keys.sign('card', bytes).signature,
    deflate: (bytes) => deflate(bytes),
  });
}

/** Draws a paper and signs it under the name that it will be asked for by. */
export async function drawSigned(
  keys: KeyStore,
  press: PaperPress,
  { kind, subjectId, paper }: { kind: string; subjectId: string; paper: PaperInput },
): Promise<SignedPaper> {
  const pdf = await press.draw(paper);
  const hash = sha256(pdf);
  const text = `permit-paper:${kind}:${subjectId}:${hash.toString('hex')}`;
  return { pdf, sha256: hash, ...keys.sign('receipt', Buffer.from(text)) };
}
