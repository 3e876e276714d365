import { recordAudit } from '../audit/record-audit.ts';
import { inTransaction, type Tx } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { ApiError, notFound } from '../errors.ts';
import type { Around } from '../http/route.ts';
import { sha256 } from '../ids.ts';
import { sentAs, type Examined, type Refused, type Taken } from './intake/examined.ts';
import type { IntakePool } from './intake/intake-pool.ts';
import { turnOfCaller } from './intake/turn-of-caller.ts';

interface FileInput {
  readonly bytes: Uint8Array;
  readonly kind: string;
}

/** How a route keeps what the intake has taken. */
export interface Keeping<Subject, Ground, Stored> {
  /** What sealing needs, read with the caller's rights; undefined where the action will refuse in its own words. */
  readonly ground: (tx: Tx, subject: Subject) => Promise<Ground | undefined>;
  /** Seals and stores it; no transaction is open. */
  readonly store: (deps: Deps, ground: Ground, taken: Taken) => Promise<Stored>;
}

/**
 * For routes whose body is a file. What was made of it travels beside the input, by the identity of its bytes: a decoder
 * may take a second and a store may be slow, so no transaction is open while they work (docs/decisions/0052).
 */
export function fileBody<Subject, Ground, Stored>(
  intake: IntakePool,
  keeping: Keeping<Subject, Ground, Stored>,
) {
  const stored = new WeakMap<Uint8Array, Stored>();
  return {
    async before<Input extends FileInput & Subject>(around: Around, input: Input): Promise<Input> {
      const { deps, caller, requestId } = around;
      const ground = await inTransaction(deps, caller, requestId, (tx) => keeping.ground(tx, input));
      if (ground === undefined) return input;
      const examined = await intake.examine(input.bytes, sentAs(input.kind), turnOfCaller(caller));
      const taken = await takenOrRefused(around, input.bytes, examined);
      stored.set(input.bytes, await keeping.store(deps, ground, taken));
      return input;
    },
    /** Asked once the action has found everything in order: there is a file then, or the record went meanwhile. */
    of(bytes: Uint8Array): Stored {
      const found = stored.get(bytes);
      if (!found) throw notFound();
      return found;
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
