import { accountHelpTexts } from '@permit/ui/texts/account-help-texts.ts';
import type { ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { useTexts } from '../app/use-texts.ts';

type Claim = Output<'listClaims'>['claims'][number];

/** What the person claimed before, and what became of it. */
export function MyClaims({ claims }: { readonly claims: readonly Claim[] }): ReactElement | null {
  const { language } = useApp();
  const t = useTexts(accountHelpTexts);
  if (claims.length === 0) return null;
  return (
    <section>
      <h2>{t('myClaims')}</h2>
      {claims.map(({ claimId, username, claimedAt, upheld, reason }) => (
        <section className="evidence" key={claimId}>
          <h3>{username}</h3>
          <p>
            {formatDay(claimedAt, language)} · <strong>{t(outcome(upheld))}</strong>
          </p>
          {reason && <p>{reason}</p>}
        </section>
      ))}
    </section>
  );
}

const outcome = (upheld: boolean | undefined) =>
  upheld === undefined ? 'claimWaits' : upheld ? 'claimUpheld' : 'claimRefused';
