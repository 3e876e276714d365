import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { lazy, Suspense, type ReactElement, type ReactNode } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { HomePage } from '../portal/home-page.tsx';
import { useApp } from './app-context.tsx';
import { Frame } from './frame.tsx';
import { Page } from './page.tsx';
import { useTexts } from './use-texts.ts';
import { Waiting } from './waiting.tsx';

// The officer console may weigh more than the portal, so nobody else loads it.
const OfficeApp = lazy(() =>
  import('../office/office-app.tsx').then(({ OfficeApp: component }) => ({ default: component })),
);

// Every page comes when it is opened, so that a telephone gets to the first one soon.
const SignInPage = lazy(() =>
  import('../portal/sign-in-page.tsx').then(({ SignInPage: component }) => ({ default: component })),
);
const CaseListPage = lazy(() =>
  import('../portal/case-list-page.tsx').then(({ CaseListPage: component }) => ({ default: component })),
);
const CasePage = lazy(() =>
  import('../portal/case-page.tsx').then(({ CasePage: component }) => ({ default: component })),
);
const ChooseServicePage = lazy(() =>
  import('../filing/choose-service-page.tsx').then(({ ChooseServicePage: component }) => ({
    default: component,
  })),
);
const FilingPage = lazy(() =>
  import('../filing/filing-page.tsx').then(({ FilingPage: component }) => ({ default: component })),
);
const RegisterPage = lazy(() =>
  import('../portal/register-page.tsx').then(({ RegisterPage: component }) => ({ default: component })),
);
const MoneyApp = lazy(() =>
  import('../money/money-app.tsx').then(({ MoneyApp: component }) => ({ default: component })),
);
const TrackPage = lazy(() =>
  import('../portal/track-page.tsx').then(({ TrackPage: component }) => ({ default: component })),
);
const NoticeListPage = lazy(() =>
  import('../notices/notice-list-page.tsx').then(({ NoticeListPage: component }) => ({ default: component })),
);
const FileNoticePage = lazy(() =>
  import('../notices/file-notice-page.tsx').then(({ FileNoticePage: component }) => ({ default: component })),
);
const NoticePage = lazy(() =>
  import('../notices/notice-page.tsx').then(({ NoticePage: component }) => ({ default: component })),
);
const BulkApp = lazy(() =>
  import('../bulk/bulk-app.tsx').then(({ BulkApp: component }) => ({ default: component })),
);
const HireCheckPage = lazy(() =>
  import('../hiring/hire-check-page.tsx').then(({ HireCheckPage: component }) => ({ default: component })),
);
const OutagesPage = lazy(() =>
  import('../outages/outages-page.tsx').then(({ OutagesPage: component }) => ({ default: component })),
);
const TriedPage = lazy(() =>
  import('../outages/tried-page.tsx').then(({ TriedPage: component }) => ({ default: component })),
);

const AccountPage = lazy(() =>
  import('../people/account-page.tsx').then(({ AccountPage: component }) => ({ default: component })),
);
const RecoverPage = lazy(() =>
  import('../people/recover-page.tsx').then(({ RecoverPage: component }) => ({ default: component })),
);

const PeopleApp = lazy(() =>
  import('../people/people-app.tsx').then(({ PeopleApp: component }) => ({ default: component })),
);

/** Every address of the portal and the office. */
export function App(): ReactElement {
  const t = useTexts(frameTexts);
  return (
    <Frame>
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path="/" component={HomePage} />
          <Route path="/sign-in" component={SignInPage} />
          <Route path="/register" component={RegisterPage} />
          <Route path="/track" component={TrackPage} />
          <Route path="/recover" component={RecoverPage} />
          <Route path="/account">
            <SignedIn>
              <AccountPage />
            </SignedIn>
          </Route>
          {['/delegations', '/keys', '/claim', '/dossier'].map((path) => (
            <Route key={path} path={path}>
              <SignedIn>
                <PeopleApp />
              </SignedIn>
            </Route>
          ))}
          <Route path="/cases">
            <SignedIn>
              <CaseListPage />
            </SignedIn>
          </Route>
          <Route path="/new">
            <SignedIn>
              <ChooseServicePage />
            </SignedIn>
          </Route>
          <Route path="/cases/:id/edit/:step?">
            {({ id, step }) => (
              <SignedIn>
                <FilingPage applicationId={id} stepName={step} />
              </SignedIn>
            )}
          </Route>
          <Route path="/cases/:id">
            {({ id }) => (
              <SignedIn>
                <CasePage applicationId={id} />
              </SignedIn>
            )}
          </Route>
          <Route path="/bills/*?">
            <SignedIn>
              <MoneyApp />
            </SignedIn>
          </Route>
          <Route path="/papers/*?">
            <SignedIn>
              <MoneyApp />
            </SignedIn>
          </Route>
          <Route path="/bulk/*?">
            <SignedIn>
              <BulkApp />
            </SignedIn>
          </Route>
          <Route path="/hire-check">
            <SignedIn>
              <HireCheckPage />
            </SignedIn>
          </Route>
          <Route path="/outages" component={OutagesPage} />
          <Route path="/tried" component={TriedPage} />
          <Route path="/notices">
            <SignedIn>
              <NoticeListPage />
            </SignedIn>
          </Route>
          <Route path="/notices/new">
            <SignedIn>
              <FileNoticePage />
            </SignedIn>
          </Route>
          <Route path="/notices/:id">
            {({ id }) => (
              <SignedIn>
                <NoticePage noticeId={id} />
              </SignedIn>
            )}
          </Route>
          <Route path="/office/*?">
            <SignedIn>
              <OfficeApp />
            </SignedIn>
          </Route>
          <Route>
            <Page title={t('notFound')} back="/">
              {null}
            </Page>
          </Route>
        </Switch>
      </Suspense>
    </Frame>
  );
}

/** Sends a stranger to sign in first, and back here afterwards. */
function SignedIn({ children }: { readonly children: ReactNode }): ReactNode {
  const { who } = useApp();
  const [here] = useLocation();
  if (who === undefined) return <Waiting />;
  return who ? children : <Redirect to={`/sign-in?next=${encodeURIComponent(here)}`} />;
}
