import type { ApplicantRole } from '../app/roles-of.ts';
import type { DraftPaper } from './draft-paper.ts';
import type { DraftFault, NoticeDraft } from './notice-draft.ts';

/** What every step of filing a notice gets. */
export interface StepProps {
  readonly draft: NoticeDraft;
  readonly role: ApplicantRole;
  /** The paper that the answer named as the one that cannot be taken. */
  readonly paperAtFault: DraftPaper | undefined;
  readonly onDraft: (changed: Partial<NoticeDraft>) => void;
  readonly errorOf: (field: DraftFault) => string | undefined;
}
