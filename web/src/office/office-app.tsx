import { officeTexts } from '@permit/ui/texts/office-texts.ts';
import type { ReactElement } from 'react';
import { Link, Redirect, Route, Switch } from 'wouter';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { hasRole } from '../app/roles-of.ts';
import { useTexts } from '../app/use-texts.ts';
import { CentreBoardPage } from './centre-board-page.tsx';
import { HoldsPage } from './holds-page.tsx';
import { deskOf } from './lane-of.ts';
import { ReviewPage } from './review-page.tsx';

const OFFICERS = ['assistant-registrar', 'registrar', 'head-of-office'] as const;

/** The console of those who work here; each role sees the pages that it has work on. */
export function OfficeApp(): ReactElement {
  const { who } = useApp();
  const t = useTexts(officeTexts);
  if (!who) return <Redirect to="/sign-in" />;
  const pages = [
    ...(deskOf(who) ? [['/office/lane', t('lane')] as const] : []),
    ...(hasRole(who, ...OFFICERS) ? [['/office/holds', t('holds')] as const] : []),
    ...(hasRole(who, 'centre-supervisor', 'clerk') ? [['/office/board', t('board')] as const] : []),
  ];
  return (
    <>
      {pages.length > 1 && (
        <nav className="menu" aria-label={t('lane')}>
          {pages.map(([href, name]) => (
            <Link key={href} href={href}>
              {name}
            </Link>
          ))}
        </nav>
      )}
      <Switch>
        <Route path="/office/lane" component={ReviewPage} />
        <Route path="/office/holds" component={HoldsPage} />
        <Route path="/office/board" component={CentreBoardPage} />
        <Route>
          {pages[0] ? (
            <Redirect to={pages[0][0]} />
          ) : (
            <Page title={t('lane')} back="/">
              <p>{t('noWork')}</p>
            </Page>
          )}
        </Route>
      </Switch>
    </>
  );
}
