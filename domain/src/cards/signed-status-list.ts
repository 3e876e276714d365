import { signSign1, type Sign1Signer } from './cose-sign1.ts';
import { openSign1, type SignatureCheck } from './open-sign1.ts';
import {
  decodeStatusList,
  encodeStatusList,
  type Deflate,
  type Inflate,
  type StatusList,
  type StatusListInput,
} from './status-list.ts';

/** The list as it is published: COSE_Sign1 around the payload of `encodeStatusList`. */
export async function signStatusList(
  input: StatusListInput,
  signer: Sign1Signer & { readonly deflate: Deflate },
): Promise<Uint8Array> {
  return signSign1(await encodeStatusList(input, signer.deflate), signer);
}

export type StatusListReading =
  | { readonly ok: true; readonly list: StatusList }
  | { readonly ok: false; readonly code: 'malformed' | 'unsigned' | 'unknown-key' | 'bad-signature' };

/** Checks and opens a published list. Bytes that lie about their size end in `malformed`, never in an exception. */
export async function openStatusList(
  bytes: Uint8Array,
  check: SignatureCheck & { readonly inflate: Inflate },
): Promise<StatusListReading> {
  const opened = await openSign1(bytes, check);
  if (!opened.ok) return opened;
  try {
    const list = await decodeStatusList(opened.payload, check.inflate);
    return list ? { ok: true, list } : { ok: false, code: 'malformed' };
  } catch {
    return { ok: false, code: 'malformed' };
  }
}
