import type { ApplicantRole } from '../app/roles-of.ts';
import type { Input } from '../api/api-client.ts';
import { papersToSend, type DraftPaper } from './draft-paper.ts';
import { parseWorkerList, type NoticeWorker } from './parse-worker-list.ts';

/** What somebody is about to tell; lives in the page only, because a browser's store would keep names. */
export interface NoticeDraft {
  readonly serviceCode: string;
  readonly employerKind: string;
  readonly employerName: string;
  readonly employerId: string;
  readonly province: string;
  readonly day: string;
  readonly reason: string;
  readonly attemptCode: string;
  readonly list: string;
  readonly own: NoticeWorker;
  readonly papers: readonly DraftPaper[];
}

export const EMPTY_DRAFT: NoticeDraft = {
  serviceCode: '',
  employerKind: 'thai-company',
  employerName: '',
  employerId: '',
  province: '',
  day: '',
  reason: '',
  attemptCode: '',
  list: '',
  own: {},
  papers: [],
};

/** What each kind of account may tell, the commonest first (portal roles). */
export const NOTICES_OF: Readonly<Record<ApplicantRole, readonly string[]>> = {
  worker: ['C-EMP'],
  employer: ['H52', 'H53', 'H50'],
  agent: ['H52', 'H53', 'H43', 'H50', 'C-EMP'],
};

/** Notices in which the reason belongs. */
export const WITH_REASON: readonly string[] = ['H53', 'H50'];

export const MOST_WORKERS = 500;

export const NOTICE_STEPS = ['kind', 'employer', 'when', 'workers', 'papers', 'check'] as const;
export type NoticeStep = (typeof NOTICE_STEPS)[number];

/** The workers of the draft: the pasted list, or the one who speaks for themselves. */
export function workersOfDraft(draft: NoticeDraft, role: ApplicantRole): readonly NoticeWorker[] {
  return role === 'worker' ? [draft.own] : parseWorkerList(draft.list).map(({ worker }) => worker);
}

export type DraftFault =
  'kind' | 'employerName' | 'province' | 'day' | 'list' | 'tooMany' | 'permitNo' | 'passportNo';

/** What is missing on a step before the next one makes sense. */
export function faultsOf(step: NoticeStep, draft: NoticeDraft, role: ApplicantRole): readonly DraftFault[] {
  const workers = workersOfDraft(draft, role);
  const missing: Record<NoticeStep, readonly (DraftFault | false)[]> = {
    kind: [draft.serviceCode === '' && 'kind'],
    employer: [draft.employerName.trim() === '' && 'employerName', draft.province === '' && 'province'],
    when: [!/^\d{4}-\d{2}-\d{2}$/.test(draft.day) && 'day'],
    workers:
      role === 'worker'
        ? [!draft.own.permitNo?.trim() && 'permitNo', !draft.own.passportNo?.trim() && 'passportNo']
        : [workers.length === 0 && 'list', workers.length > MOST_WORKERS && 'tooMany'],
    papers: [],
    check: [],
  };
  return missing[step].filter((fault) => fault !== false);
}

/** The draft as the API takes it. */
export function noticeOf(draft: NoticeDraft, role: ApplicantRole, language: string): Input<'fileNotice'> {
  const id = draft.employerId.replace(/\D/g, '');
  const reason = draft.reason.trim();
  const attemptCode = draft.attemptCode.trim();
  return {
    serviceCode: draft.serviceCode,
    language: language as 'th',
    ...(attemptCode ? { attemptCode } : {}),
    body: {
      employer: {
        kind: draft.employerKind as 'thai-company',
        nameThai: draft.employerName.trim(),
        ...(id ? { idNumber: id } : {}),
        address: { province: draft.province },
      },
      workplaceProvince: draft.province,
      eventDate: draft.day,
      ...(reason ? { reason } : {}),
    },
    workers: [...workersOfDraft(draft, role)],
    papers: papersToSend(draft.papers),
  };
}
