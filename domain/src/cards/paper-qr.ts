import { encodeBase45 } from './base45.ts';
import { encodeClaims } from './claim-169.ts';
import { signSign1 } from './cose-sign1.ts';
import type { PaperPart } from './paper-part.ts';
import type { PermitQrSigner } from './permit-qr.ts';

/** What a paper's code says. Times are seconds since 1970. */
export interface PaperQrClaims {
  readonly issuer: string;
  readonly issuedAt: number;
  /** The name as printed in Latin letters. */
  readonly fullName: string;
  readonly paper: PaperPart;
}

/** The text of a paper's QR; the same road as a card's code, so that one reader opens both (decision 0011). */
export async function encodePaperQr(claims: PaperQrClaims, signer: PermitQrSigner): Promise<string> {
  const payload = encodeClaims({
    issuer: claims.issuer,
    issuedAt: claims.issuedAt,
    identity: { fullName: claims.fullName },
    paper: claims.paper,
  });
  return encodeBase45(await signer.deflate(await signSign1(payload, signer)));
}
