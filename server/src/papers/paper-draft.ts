import type { PaperInput } from '@permit/domain/papers/paper.ts';
import type { PersonKey } from '../vault/person-vault.ts';
import type { ProofFacts } from './sign-paper.ts';

/** A paper as composed, before its code is signed and its bytes are drawn. */
export interface PaperDraft {
  readonly kind: PaperInput['kind'];
  readonly subjectId: string;
  readonly fileName: string;
  readonly paper: PaperInput;
  /** What the code on it says; absent for a paper that proves nothing (a pay-in slip). */
  readonly proof?: ProofFacts;
  /** Whose it is: a paper with this is kept, sealed under the worker's key. */
  readonly kept?: { readonly applicationId: string; readonly key: PersonKey };
}
