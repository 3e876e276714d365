import { DemoBanner, OfflineBanner } from '@permit/ui/banners.tsx';
import { Button } from '@permit/ui/button.tsx';
import { HelpFooter } from '@permit/ui/help-footer.tsx';
import { LanguageSwitch } from '@permit/ui/language-switch.tsx';
import { accountLinkTexts } from '@permit/ui/texts/account-link-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import type { ReactElement, ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { ActingParty } from './acting-party.tsx';
import { useApp } from './app-context.tsx';
import { demoWords } from './health.ts';
import { isApplicant, isStaff } from './roles-of.ts';
import { useTexts } from './use-texts.ts';

/** Banners, name, menu, languages and help around every page. */
export function Frame({ children }: { readonly children: ReactNode }): ReactElement {
  const { language, setLanguage, health, online } = useApp();
  const t = useTexts(frameTexts);
  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header>
        <DemoBanner texts={demoWords(health, language)} />
        {!online && <OfflineBanner text={t('offline')} />}
        <div className="masthead">
          <Link href="/" className="masthead-name">
            {t('appName')}
          </Link>
          <LanguageSwitch label={t('chooseLanguage')} language={language} onLanguage={setLanguage} />
        </div>
        <Menu />
        <ActingParty />
      </header>
      {children}
      <HelpFooter words={t('help')} />
    </>
  );
}

function Menu(): ReactElement {
  const { who, setWho, api } = useApp();
  const [, go] = useLocation();
  const t = useTexts(frameTexts);
  const a = useTexts(accountLinkTexts);
  const signOut = (): void =>
    void api.signOut().then(() => {
      setWho(null);
      go('/');
    });
  return (
    <nav className="menu" aria-label={t('navigation')}>
      {who && isApplicant(who) && <Link href="/cases">{t('myCases')}</Link>}
      {who && isApplicant(who) && <Link href="/notices">{t('notices')}</Link>}
      {who && isApplicant(who) && <Link href="/bills">{t('bills')}</Link>}
      {who && isStaff(who) && <Link href="/office">{t('office')}</Link>}
      <Link href="/track">{t('track')}</Link>
      <a href="/check">{t('checkPermit')}</a>
      <Link href="/outages">{t('isItWorking')}</Link>
      {who === null && <Link href="/sign-in">{t('signIn')}</Link>}
      {who && (
        <span className="menu-who">
          <Link href="/account">
            {who.displayName} <span className="quiet">({a('account')})</span>
          </Link>
          <Button look="plain" onClick={signOut}>
            {t('signOut')}
          </Button>
        </span>
      )}
    </nav>
  );
}
