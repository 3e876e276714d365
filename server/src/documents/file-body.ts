import { recordAudit } from '../audit/record-audit.ts';
import { inTransaction, type Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import type { Around } from '../http/route.ts';
import { sha256 } from '../ids.ts';
import { sentAs, type Examined, type Refused, type Taken } from './intake/examined.ts';
import type { IntakePool } from './intake/intake-pool.ts';
import { turnOfCaller } from './intake/turn-of-caller.ts';

/**
 * For routes whose body is a file. What the intake made of it travels beside the input, by the identity of its bytes;
 * a decoder may take a second, so no transaction is open while it works.
 */
export function fileBody(intake: IntakePool) {
  const taken = new WeakMap<Uint8Array, Taken>();
  return {
    async before<Input extends { readonly bytes: Uint8Array; readonly kind: string }>(
      around: Around,
      input: Input,
    ): Promise<Input> {
      const examined = await intake.examine(input.bytes, sentAs(input.kind), turnOfCaller(around.caller));
      taken.set(input.bytes, await takenOrRefused(around, input.bytes, examined));
      return input;
    },
    of(bytes: Uint8Array): Taken {
      const examined = taken.get(bytes);
      if (!examined) throw new ApiError('internal');
      return examined;
    },
  };
}

/** What was taken; throws the refusal, with a virus written down, where it was not. */
export async function takenOrRefused(around: Around, bytes: Uint8Array, examined: Examined): Promise<Taken> {
  if (!examined.ok) throw await refusalOf(around, bytes, examined);
  return examined;
}

/** What the filer is told of a file that was not taken; a virus is recorded first. */
export async function refusalOf(around: Around, bytes: Uint8Array, refused: Refused): Promise<ApiError> {
  if (refused.reason !== 'infected') return new ApiError('image-refused', { detailCode: refused.reason });
  const { deps, caller, requestId } = around;
  await inTransaction(deps, caller, requestId, (tx) => recordInfection(tx, bytes, refused));
  return new ApiError('file-infected');
}

/** Who sent it (in which run), what was found and by what, and the file's hash; of the file itself nothing is kept. */
export async function recordInfection(
  tx: Tx,
  bytes: Uint8Array,
  refused: Refused,
  sentIn: { readonly run?: string } = {},
): Promise<void> {
  const { signature, scannedBy } = refused;
  const subjectId = sha256(bytes).toString('hex');
  tx.deps.log.warn({ sha256: subjectId, signature, requestId: tx.requestId }, 'an infected file was refused');
  const fact = { act: 'file-infected', subjectKind: 'file', subjectId, purpose: 'security' };
  await recordAudit(tx, { ...fact, detail: { signature, scannedBy, ...sentIn } });
}
