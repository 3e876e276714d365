import type { DocumentType } from '../catalogue/document-type.ts';
import type { ServiceDefinition } from '../catalogue/service-definition.ts';
import type { NoticeState } from '../machines/notice-machine.ts';
import { allow, refuse, type Decision } from '../refusal.ts';

/** Papers that one filing or one addition may bring, and all that a notice may hold: ours, no source names a number. */
export const MOST_PAPERS_AT_ONCE = 10;
export const MOST_PAPERS_OF_A_NOTICE = 40;

/** What an officer may ask for although no list of the catalogue names it. */
const ALWAYS: readonly DocumentType[] = ['passport', 'other'];

/** Kinds of paper that a notice of this service takes: what its demands name, and what an officer may ask for. */
export function noticePaperKinds(service: Pick<ServiceDefinition, 'documents'>): readonly DocumentType[] {
  return [...new Set([...Object.values(service.documents).flatMap(({ anyOf }) => anyOf), ...ALWAYS])];
}

/** Whether papers may be added now: while the office has not acknowledged, and up to the most that it looks through. */
export function decideAddition(
  notice: { readonly state: NoticeState; readonly papers: number },
  added: number,
): Decision<'acknowledged-already' | 'too-many-papers'> {
  if (notice.state === 'acknowledged') return refuse('acknowledged-already');
  return notice.papers + added > MOST_PAPERS_OF_A_NOTICE ? refuse('too-many-papers') : allow();
}
