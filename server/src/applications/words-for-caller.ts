import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { Tx } from '../database/transaction.ts';
import type { Application } from './application-store.ts';
import { isOfficer } from './of-office.ts';
import {
  answerNoteOf,
  considerationNoteOf,
  decisionWordsOf,
  requestedOf,
  withdrawalReasonOf,
} from './case-words.ts';

type Detail = OutputOf<typeof filingApi.getApplication>;
type Words = Pick<
  Detail,
  'requested' | 'answerNote' | 'withdrawalReason' | 'consideration' | 'grantNote' | 'refusal'
>;

/**
 * What people wrote about a case, to whom each is for: what was sent back and the filer's answer to everybody on the
 * case, the officers' words among themselves to the Department's officers alone.
 */
export function wordsForCaller(tx: Tx, application: Application): Words {
  const { keys } = tx.deps;
  const answerNote = answerNoteOf(keys, application);
  const withdrawalReason = withdrawalReasonOf(keys, application);
  return {
    requested: requestedOf(keys, application),
    ...(answerNote === undefined ? {} : { answerNote }),
    ...(withdrawalReason === undefined ? {} : { withdrawalReason }),
    ...refusalOf(tx, application),
    ...(isOfficer(tx) ? officersWords(tx, application) : {}),
  };
}

function officersWords(tx: Tx, application: Application): Pick<Words, 'consideration' | 'grantNote'> {
  const { proposal, decision } = application;
  const note = considerationNoteOf(tx.deps.keys, application);
  // A grant on appeal has no note: what is sealed there is the refusal that was appealed.
  const granted = decision?.kind === 'granted' && !decision.onAppeal;
  const grantNote = granted ? decisionWordsOf(tx.deps.keys, application) : undefined;
  return {
    // Who sent items back proposed nothing yet; the note beside it is there all the same.
    ...(proposal || note !== undefined
      ? { consideration: { proposal: proposal ?? 'return', ...(note === undefined ? {} : { note }) } }
      : {}),
    ...(grantNote === undefined ? {} : { grantNote }),
  };
}

/** The grounds of a refusal that stands or is appealed. */
function refusalOf(tx: Tx, application: Application): Pick<Words, 'refusal'> {
  const { state, decision } = application;
  if ((state !== 'refused' && state !== 'under-appeal') || decision?.kind !== 'refused') return {};
  const text = decisionWordsOf(tx.deps.keys, application) ?? '';
  return { refusal: { ground: decision.ground ?? '', text } };
}
