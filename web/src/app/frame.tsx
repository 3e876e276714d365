import { DemoBanner, OfflineBanner } from '@permit/ui/banners.tsx';
import { Button } from '@permit/ui/button.tsx';
import { HelpFooter } from '@permit/ui/help-footer.tsx';
import { LanguageSwitch } from '@permit/ui/language-switch.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { lazy, Suspense, type ReactElement, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useApp } from './app-context.tsx';
import { MenuBar, MenuLink } from './menu-bar.tsx';
import { demoWords } from './health.ts';
import { actsForSeveral, isApplicant, isStaff } from './roles-of.ts';
import { useTexts } from './use-texts.ts';

// Few act for several parties: nobody else loads the list of them.
const ActingParty = lazy(() =>
  import('./acting-party.tsx').then(({ ActingParty: component }) => ({ default: component })),
);

/** Banners, name, menu, languages and help around every page. */
export function Frame({ children }: { readonly children: ReactNode }): ReactElement {
  const { who, language, setLanguage, health, online } = useApp();
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
        {actsForSeveral(who) && (
          <Suspense>
            <ActingParty />
          </Suspense>
        )}
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
  const signOut = (): void =>
    void api.signOut().then(() => {
      setWho(null);
      go('/');
    });
  return (
    <MenuBar label={t('navigation')} button={t('navigation')}>
      {who && isApplicant(who) && <MenuLink href="/cases">{t('myCases')}</MenuLink>}
      {who && isApplicant(who) && <MenuLink href="/notices">{t('notices')}</MenuLink>}
      {who && isApplicant(who) && <MenuLink href="/bills">{t('bills')}</MenuLink>}
      {who && isStaff(who) && <MenuLink href="/office">{t('office')}</MenuLink>}
      <MenuLink href="/track">{t('track')}</MenuLink>
      <a href="/check">{t('checkPermit')}</a>
      <MenuLink href="/outages">{t('isItWorking')}</MenuLink>
      {who === null && <MenuLink href="/sign-in">{t('signIn')}</MenuLink>}
      {who && (
        <span className="menu-who">
          <MenuLink href="/account">
            {who.displayName} <span className="quiet">({t('account')})</span>
          </MenuLink>
          <Button look="plain" onClick={signOut}>
            {t('signOut')}
          </Button>
        </span>
      )}
    </MenuBar>
  );
}
