import { Button } from '@permit/ui/button.tsx';
import { ErrorSummary, type FieldProblem } from '@permit/ui/error-summary.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { formatBaht } from '../portal/money.ts';
import { Answers } from './answers.tsx';
import type { StepProps } from './filing-page.tsx';
import { FindingsList, reasonId } from './findings-list.tsx';

/** Version of the words under the declaration; the server keeps it with the case. */
const DECLARATION_VERSION = '1';

// Only who is late is asked whether we failed them.
const LATE = ['filed-after-expiry', 'round-closed'];
const AttemptField = lazy(() =>
  import('../outages/attempt-field.tsx').then((file) => ({ default: file.AttemptField })),
);

type Props = StepProps & { readonly address: (step: string) => string };

/** Everything once more, what an officer would send back, the declaration, and the filing. */
export function CheckStep(props: Props): ReactElement {
  const { applicationId, saved } = props;
  const { api, language } = useApp();
  const [, go] = useLocation();
  const t = useTexts(portalTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [accepted, setAccepted] = useState(false);
  const [wrong, setWrong] = useState<readonly FieldProblem[]>([]);
  const [attemptCode, setAttemptCode] = useState<string>();
  const tried = attemptCode && { attemptCode };
  const checked = useLoad(`check-${applicationId}-${saved.revision}-${attemptCode}`, () =>
    api.call('precheckDraft', { applicationId, ...tried }),
  );
  const findings = checked.value?.findings ?? [];
  const blocked = findings.some(({ severity }) => severity === 'block');
  const warnings = [
    ...new Set(findings.filter(({ severity }) => severity === 'warn').map(({ code }) => code)),
  ];

  const submit = async (): Promise<void> => {
    const faults: FieldProblem[] = warnings
      .filter((code) => (reasons[code] ?? '').trim() === '')
      .map((code) => ({ fieldId: reasonId(code), message: t('whyMissing') }));
    if (blocked) faults.unshift({ fieldId: 'findings', message: t('mustMend') });
    if (!accepted) faults.push({ fieldId: 'declaration', message: t('declareFirst') });
    setWrong(faults);
    if (faults.length > 0) return;
    const filed = await act.run(`submit ${applicationId}`, async (key) =>
      api.call(
        'submitApplication',
        {
          applicationId,
          revision: saved.revision,
          declaration: { textVersion: DECLARATION_VERSION, language, accepted: true },
          ...tried,
          overrules: warnings.map((code) => ({ code, reason: reasons[code]! })),
        },
        key,
      ),
    );
    if (filed) go(`/cases/${applicationId}`);
  };

  return (
    <>
      <ErrorSummary title={f('errorTitle')} problems={wrong} />
      <ProblemNote problem={act.problem ?? checked.problem} onRetry={checked.reload} />
      <Answers {...props} />
      {(attemptCode || findings.some(({ code }) => LATE.includes(code))) && (
        <Suspense>
          <AttemptField
            applicationId={applicationId}
            counted={checked.value?.countedFiling}
            onCounts={setAttemptCode}
          />
        </Suspense>
      )}
      {checked.value ? (
        <>
          <FindingsList {...props} findings={findings} reasons={reasons} onReasons={setReasons} />
          <Fees fees={checked.value.fees} />
        </>
      ) : (
        <Skeleton label={f('loading')} />
      )}
      <label className="choice notice" htmlFor="declaration">
        <input
          id="declaration"
          type="checkbox"
          checked={accepted}
          onChange={(event) => setAccepted(event.target.checked)}
        />
        {t('declaration')}
      </label>
      <div className="actions">
        <Button look="primary" busy={act.busy || !checked.value} onClick={() => void submit()}>
          {t('submit')}
        </Button>
      </div>
    </>
  );
}

function Fees({ fees }: { readonly fees: Output<'precheckDraft'>['fees'] }): ReactElement {
  const t = useTexts(portalTexts);
  return (
    <section>
      <h2>{t('fees')}</h2>
      <dl className="facts">
        {fees.map(({ kind, amountSatang }) => (
          <div key={kind} style={{ display: 'contents' }}>
            <dt>{kind.startsWith('permit') ? t('permitFee') : t('applicationFee')}</dt>
            <dd>{t('baht', { amount: formatBaht(amountSatang) })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
