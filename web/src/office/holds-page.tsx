import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { officeTexts } from '@permit/ui/texts/office-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { ReasonDialog } from './reason-dialog.tsx';

type Hold = Output<'listHolds'>['holds'][number];

/** Captures that look like somebody already enrolled; an officer says whether two are one. */
export function HoldsPage(): ReactElement {
  const { api } = useApp();
  const t = useTexts(officeTexts);
  const f = useTexts(frameTexts);
  const { value, problem, reload } = useLoad('holds', () => api.call('listHolds', {}));
  return (
    <Page title={t('holds')} wide>
      <ProblemNote problem={problem} onRetry={reload} />
      {!value && !problem && <Skeleton label={f('loading')} />}
      {value?.holds.length === 0 && <EmptyState text={t('noHolds')} />}
      {value?.holds.map((hold) => (
        <HoldCard key={hold.captureId} hold={hold} onDecided={reload} />
      ))}
    </Page>
  );
}

function HoldCard({
  hold,
  onDecided,
}: {
  readonly hold: Hold;
  readonly onDecided: () => void;
}): ReactElement {
  const { language } = useApp();
  const t = useTexts(officeTexts);
  const [deciding, setDeciding] = useState<boolean>();
  return (
    <section className="evidence">
      <h2>
        {hold.applicationNo} · {hold.workerName}
      </h2>
      <p className="quiet">
        {t('since')} {formatInstant(hold.heldSince, language)}
      </p>
      <h3>{t('candidates')}</h3>
      <ul>
        {hold.candidates.map((candidate) => (
          <li key={candidate.applicationNo}>
            <strong>
              {candidate.applicationNo} · {candidate.workerName} {candidate.permitNo}
            </strong>
            <ul>
              {Object.entries(candidate.scores).map(([modality, value]) => (
                <li key={modality}>{t('score', { modality, value: value.toPrecision(3) })}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <div className="actions">
        <Button look="danger" onClick={() => setDeciding(true)}>
          {t('samePerson')}
        </Button>
        <Button onClick={() => setDeciding(false)}>{t('twoPersons')}</Button>
      </div>
      {deciding !== undefined && (
        <Adjudicate
          hold={hold}
          samePerson={deciding}
          onClose={() => setDeciding(undefined)}
          onDecided={onDecided}
        />
      )}
    </section>
  );
}

function Adjudicate(props: {
  readonly hold: Hold;
  readonly samePerson: boolean;
  readonly onClose: () => void;
  readonly onDecided: () => void;
}): ReactElement {
  const { hold, samePerson, onClose, onDecided } = props;
  const { api } = useApp();
  const t = useTexts(officeTexts);
  const { captureId } = hold;
  return (
    <ReasonDialog
      title={samePerson ? t('samePerson') : t('twoPersons')}
      means={samePerson ? t('means_samePerson') : t('means_twoPersons')}
      danger={samePerson}
      onClose={onClose}
      onReason={(reason) => api.call('adjudicateDuplicate', { captureId, samePerson, reason })}
      onDone={onDecided}
    />
  );
}
