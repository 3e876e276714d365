import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { dossierTexts } from '@permit/ui/texts/dossier-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { peopleTexts } from '@permit/ui/texts/people-texts.ts';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { hasRole, isApplicant } from '../app/roles-of.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { ContactSection } from './contact-section.tsx';
import { LanguageSection } from './language-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import './account-operations.ts';

/** What belongs to a person's own account, one section a matter. */
export function AccountPage(): ReactElement {
  const { api, who } = useApp();
  const t = useTexts(peopleTexts);
  const d = useTexts(dossierTexts);
  const f = useTexts(frameTexts);
  const { value: account, problem, reload } = useLoad('account', () => api.call('getAccount', {}));
  return (
    <Page title={t('account')} back="/">
      <ProblemNote problem={problem} onRetry={reload} />
      {!account && !problem && <Skeleton label={f('loading')} />}
      {account && (
        <>
          <p>
            <strong>{account.displayName}</strong> · {account.username}
          </p>
          {who && isApplicant(who) && (
            <>
              {hasRole(who, 'agent') && (
                <p>
                  {t('partyCode')}: <code>{who.roles.find(({ role }) => role === 'agent')?.partyId}</code>
                </p>
              )}
              <ul>
                <li>
                  <Link href="/delegations">{t('delegations')}</Link>
                </li>
                {hasRole(who, 'employer', 'agent') && (
                  <li>
                    <Link href="/dossier">{d('title')}</Link>
                  </li>
                )}
                {hasRole(who, 'employer', 'agent') && (
                  <li>
                    <Link href="/keys">{t('keys')}</Link>
                  </li>
                )}
                {hasRole(who, 'employer', 'worker') && (
                  <li>
                    <Link href="/claim">{t('claim')}</Link>
                  </li>
                )}
              </ul>
            </>
          )}
          <ContactSection account={account} onChanged={reload} />
          <LanguageSection account={account} />
          <PasswordSection />
          <SecondFactorSection account={account} onChanged={reload} />
          <SessionsSection />
        </>
      )}
    </Page>
  );
}
