import { Button } from '@permit/ui/button.tsx';
import { ErrorSummary } from '@permit/ui/error-summary.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { noticeTexts } from '@permit/ui/texts/notice-texts.ts';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { applicantRole } from '../app/roles-of.ts';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { useItemName } from '../filing/use-item-name.ts';
import { CheckStep } from './check-step.tsx';
import { EmployerStep } from './employer-step.tsx';
import { noticePaperTexts } from '@permit/ui/texts/notice-paper-texts.ts';
import { paperAtFault } from './draft-paper.ts';
import { PapersStep } from './papers-step.tsx';
import { KindStep } from './kind-step.tsx';
import {
  EMPTY_DRAFT,
  faultsOf,
  NOTICE_STEPS,
  noticeOf,
  type DraftFault,
  type NoticeDraft,
  type NoticeStep,
} from './notice-draft.ts';
import type { StepProps } from './step-props.ts';
import './notice-operations.ts';
import { WhenStep } from './when-step.tsx';
import { WorkersStep } from './workers-step.tsx';

const STEP_VIEWS = {
  kind: KindStep,
  employer: EmployerStep,
  when: WhenStep,
  workers: WorkersStep,
  papers: PapersStep,
  check: CheckStep,
} as const satisfies Record<(typeof NOTICE_STEPS)[number], (props: StepProps) => ReactElement>;

/** Telling something, one thing a page; nothing typed leaves the page before it is sent. */
export function FileNoticePage(): ReactElement {
  const { api, who, language, online } = useApp();
  const t = useTexts(noticeTexts);
  const f = useTexts(frameTexts);
  const p = useTexts(noticePaperTexts);
  const itemName = useItemName();
  const [, go] = useLocation();
  const act = useAct();
  const role = (who && applicantRole(who)) ?? 'employer';
  const [draft, setDraft] = useState<NoticeDraft>(EMPTY_DRAFT);
  const [place, setPlace] = useState(0);
  const [asked, setAsked] = useState(false);
  const step = NOTICE_STEPS[place]!;
  const faults = faultsOf(step, draft, role);
  const atFault = paperAtFault(act.problem, draft.papers);
  const words = (fault: DraftFault): string => {
    if (fault === 'tooMany') return t('tooMany');
    return fault === 'list' ? t('noWorkerYet') : t('fillThis');
  };
  const named = (fault: DraftFault): string => {
    const field = FAULT_FIELDS[fault];
    const label =
      fault === 'kind' ? t('whatHappened') : fault === 'day' ? t('day') : field && itemName(field);
    return label ? `${label}: ${words(fault)}` : words(fault);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (faults.length > 0) return;
    if (step !== 'check') {
      setAsked(false);
      setPlace(place + 1);
      return;
    }
    const filed = await act.run('file-notice', (key) =>
      api.call('fileNotice', noticeOf(draft, role, language), key),
    );
    if (filed) go(`/notices/${filed.noticeId}`);
  };
  const View = STEP_VIEWS[step];
  return (
    <Page
      title={step === 'papers' ? p('step') : titleOf(t, step, role)}
      caption={`${t('newNotice')} · ${place + 1}/${NOTICE_STEPS.length}`}
      back="/notices"
    >
      <ErrorSummary
        title={f('errorTitle')}
        problems={
          asked
            ? faults.map((fault) => ({
                fieldId: fault === 'tooMany' ? 'list' : fault,
                message: named(fault),
              }))
            : []
        }
      />
      <ProblemNote problem={act.problem} />
      {atFault && step === 'check' && (
        <p className="notice notice-warn">{p('atFault', { name: atFault.name })}</p>
      )}
      {!online && <p className="notice notice-warn">{t('offlineKeeps')}</p>}
      <form onSubmit={(event) => void submit(event)} noValidate>
        <View
          draft={draft}
          role={role}
          paperAtFault={atFault}
          onDraft={(changed) => {
            if (changed.papers) act.clear();
            setDraft({ ...draft, ...changed });
          }}
          errorOf={(field) => {
            const fault = asked ? faults.find((one) => one === field) : undefined;
            return fault && words(fault);
          }}
        />
        <div className="actions">
          <Button type="submit" look="primary" busy={act.busy}>
            {step === 'check' ? t('send') : t('next')}
          </Button>
          {place > 0 && (
            <Button onClick={() => (setAsked(false), setPlace(place - 1))}>{t('stepBack')}</Button>
          )}
        </div>
      </form>
    </Page>
  );
}

/** The questions of the form behind each fault, for the summary of what is missing. */
const FAULT_FIELDS: Partial<Record<DraftFault, string>> = {
  employerName: 'employer.nameThai',
  province: 'workplaces.0.province',
  permitNo: 'oldPermit.number',
  passportNo: 'travelDocument.number',
};

type Words = ReturnType<typeof useTexts<keyof typeof noticeTexts.texts>>;

function titleOf(t: Words, step: Exclude<NoticeStep, 'papers'>, role: string): string {
  const own = role === 'worker';
  const titles = {
    kind: t('whatHappened'),
    employer: own ? t('stepNewEmployer') : t('stepEmployer'),
    when: t('stepWhen'),
    workers: own ? t('stepWorker') : t('stepWorkers'),
    check: t('stepCheck'),
  };
  return titles[step];
}
