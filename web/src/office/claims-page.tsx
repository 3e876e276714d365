import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { officePeopleTexts } from '@permit/ui/texts/office-people-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { ReasonDialog } from './reason-dialog.tsx';

type Claim = Output<'listClaims'>['claims'][number];

/** Accounts that somebody says are theirs; an officer decides on the papers. */
export function ClaimsPage(): ReactElement {
  const { api } = useApp();
  const t = useTexts(officePeopleTexts);
  const f = useTexts(frameTexts);
  const { value, problem, reload } = useLoad('claims', () => api.call('listClaims', {}));
  return (
    <Page title={t('claims')} wide>
      <ProblemNote problem={problem} onRetry={reload} />
      {!value && !problem && <Skeleton label={f('loading')} />}
      {value?.claims.length === 0 && <EmptyState text={t('noClaims')} />}
      {value?.claims.map((claim) => (
        <ClaimCard key={claim.claimId} claim={claim} onDecided={reload} />
      ))}
    </Page>
  );
}

function ClaimCard({
  claim,
  onDecided,
}: {
  readonly claim: Claim;
  readonly onDecided: () => void;
}): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(officePeopleTexts);
  const [upheld, setUpheld] = useState<boolean>();
  const { claimId, claimant, username, cases, statement, papers, claimedAt } = claim;
  return (
    <section className="evidence">
      <h2>{t('claims_who', { claimant, username, cases })}</h2>
      <p className="quiet">{formatInstant(claimedAt, language)}</p>
      <p>{statement}</p>
      <h3>{t('proofs')}</h3>
      <ul>
        {papers.map((paper) => (
          <li key={paper}>{paper}</li>
        ))}
      </ul>
      <div className="actions">
        <Button look="primary" onClick={() => setUpheld(true)}>
          {t('uphold')}
        </Button>
        <Button look="danger" onClick={() => setUpheld(false)}>
          {t('refuse')}
        </Button>
      </div>
      {upheld !== undefined && (
        <ReasonDialog
          title={upheld ? t('uphold') : t('refuse')}
          means={upheld ? t('means_uphold') : t('means_refuse')}
          danger={!upheld}
          onClose={() => setUpheld(undefined)}
          onReason={(reason) => api.call('decideClaim', { claimId, upheld, reason })}
          onDone={onDecided}
        />
      )}
    </section>
  );
}
