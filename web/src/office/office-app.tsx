import { lifecycleOfficeTexts } from '@permit/ui/texts/lifecycle-office-texts.ts';
import { noticeOfficeTexts } from '@permit/ui/texts/notice-office-texts.ts';
import { adminTexts } from '@permit/ui/texts/admin-texts.ts';
import { permitOrderOfficeTexts } from '@permit/ui/texts/permit-order-office-texts.ts';
import { oldPermitTexts } from '@permit/ui/texts/old-permit-texts.ts';
import { inspectTexts } from '@permit/ui/texts/inspect-texts.ts';
import { oldRegisterTexts } from '@permit/ui/texts/old-register-texts.ts';
import { cardDeskTexts } from '@permit/ui/texts/card-desk-texts.ts';
import { dossierOfficeTexts } from '@permit/ui/texts/dossier-office-texts.ts';
import { officePeopleTexts } from '@permit/ui/texts/office-people-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { officeTexts } from '@permit/ui/texts/office-texts.ts';
import { lazy, Suspense, type ReactElement } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { addRows } from '../api/endpoint-table.ts';
import { STAFF_ROWS } from '../api/staff-endpoint-table.ts';
import { useApp } from '../app/app-context.tsx';
import { MenuBar, MenuLink } from '../app/menu-bar.tsx';
import { Page } from '../app/page.tsx';
import { hasRole } from '../app/roles-of.ts';
import { useTexts } from '../app/use-texts.ts';
import { Waiting } from '../app/waiting.tsx';
import { AppealsPage } from '../lifecycle/appeals-page.tsx';
import { AttentionPage } from '../lifecycle/attention-page.tsx';
import { CorrectionsPage } from '../lifecycle/corrections-page.tsx';
import { lifecyclePages } from '../lifecycle/lifecycle-pages.ts';
import { PublishingPage } from '../lifecycle/publishing-page.tsx';
import { CardDeskPage } from '../card-desk/card-desk-page.tsx';
import { ActingOrdersPage } from './acting-orders-page.tsx';
import { FinancePage } from '../finance/finance-page.tsx';
import { financeTexts } from '@permit/ui/texts/finance-texts.ts';
import { CentreBoardPage } from './centre-board-page.tsx';
import { ClaimsPage } from './claims-page.tsx';
import { DossierDeskPage } from './dossier-desk-page.tsx';
import { HoldsPage } from './holds-page.tsx';
import { CounterRecoveryPage } from './counter-recovery-page.tsx';
import { counterRecoveryTexts } from '@permit/ui/texts/counter-recovery-texts.ts';
import { deskOf } from './lane-of.ts';
import { NoticesPage } from './notices-page.tsx';
import { OutageDeskPage } from './outage-desk-page.tsx';
import { ReviewPage } from './review-page.tsx';
import '../notices/notice-operations.ts';
import './office.css';

addRows(STAFF_ROWS);

// What one administrator needs is not brought to every desk.
const StaffPage = lazy(() =>
  import('../admin/staff-page.tsx').then(({ StaffPage: component }) => ({ default: component })),
);
const RegistersPage = lazy(() =>
  import('../admin/registers-page.tsx').then(({ RegistersPage: component }) => ({ default: component })),
);
const RegisterPage = lazy(() =>
  import('../admin/register-page.tsx').then(({ RegisterPage: component }) => ({ default: component })),
);

const InspectPage = lazy(() =>
  import('../inspect/inspect-page.tsx').then(({ InspectPage: component }) => ({ default: component })),
);
const QuestionsPage = lazy(() =>
  import('../old-permits/questions-page.tsx').then(({ QuestionsPage: component }) => ({
    default: component,
  })),
);
const PermitOrdersPage = lazy(() =>
  import('../permit-orders/permit-orders-page.tsx').then(({ PermitOrdersPage: component }) => ({
    default: component,
  })),
);
const QuestionPage = lazy(() =>
  import('../old-permits/question-page.tsx').then(({ QuestionPage: component }) => ({ default: component })),
);

const OFFICERS = ['assistant-registrar', 'registrar', 'head-of-office'] as const;
const ATTEMPT_STAFF = ['clerk', 'document-checker', 'centre-supervisor', ...OFFICERS] as const;

/** The console of those who work here; each role sees the pages that it has work on. */
export function OfficeApp(): ReactElement {
  const { who } = useApp();
  const [location] = useLocation();
  const t = useTexts(officeTexts);
  const dossier = useTexts(dossierOfficeTexts);
  const f = useTexts(frameTexts);
  const p = useTexts(officePeopleTexts);
  const l = useTexts(lifecycleOfficeTexts);
  const n = useTexts(noticeOfficeTexts);
  const desk = useTexts(cardDeskTexts);
  const lost = useTexts(counterRecoveryTexts);
  const money = useTexts(financeTexts);
  const inspect = useTexts(inspectTexts);
  const old = useTexts(oldPermitTexts);
  const permitOrders = useTexts(permitOrderOfficeTexts);
  const admin = useTexts(adminTexts);
  const registers = useTexts(oldRegisterTexts);
  if (!who) return <Redirect to="/sign-in" />;
  // The first one is where the day's work is; what is rarely needed stands last.
  const pages = [
    ...(hasRole(who, 'inspector') ? [['/office/inspect', inspect('title')] as const] : []),
    ...(deskOf(who) ? [['/office/lane', t('lane')] as const] : []),
    ...(hasRole(who, 'document-checker', ...OFFICERS)
      ? [['/office/dossiers', dossier('title')] as const]
      : []),
    ...(hasRole(who, ...OFFICERS) ? [['/office/holds', t('holds')] as const] : []),
    ...(hasRole(who, ...OFFICERS) ? [['/office/notices', n('title')] as const] : []),
    ...(hasRole(who, ...OFFICERS) ? [['/office/old-permits', old('title')] as const] : []),
    ...(hasRole(who, 'registrar', 'head-of-office')
      ? [['/office/permit-orders', permitOrders('title')] as const]
      : []),
    ...(hasRole(who, 'finance-officer') ? [['/office/finance', money('finance')] as const] : []),
    ...(hasRole(who, 'administrator')
      ? ([
          ['/office/staff', admin('staff')],
          ['/office/registers', registers('title')],
        ] as const)
      : []),
    ...(hasRole(who, 'registrar', 'head-of-office') ? [['/office/claims', p('claims')] as const] : []),
    ...(hasRole(who, 'administrator', 'head-of-office') ? [['/office/orders', p('orders')] as const] : []),
    ...(hasRole(who, 'centre-supervisor', 'clerk')
      ? ([
          ['/office/board', t('board')],
          ['/office/cards', desk('title')],
          ['/office/recoveries', lost('title')],
        ] as const)
      : []),
    ...lifecyclePages(who).map(([href, name]) => [href, l(name)] as const),
    ...(hasRole(who, ...ATTEMPT_STAFF) ? [['/office/outages', n('outages')] as const] : []),
  ];
  const here = pages.find(([href]) => location === href || location.startsWith(`${href}/`));
  return (
    <>
      {pages.length > 1 && (
        <MenuBar label={f('office')} button={here?.[1] ?? f('office')}>
          {pages.map(([href, name]) => (
            <MenuLink key={href} href={href}>
              {name}
            </MenuLink>
          ))}
        </MenuBar>
      )}
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path="/office/lane" component={ReviewPage} />
          <Route path="/office/dossiers" component={DossierDeskPage} />
          <Route path="/office/holds" component={HoldsPage} />
          <Route path="/office/notices" component={NoticesPage} />
          <Route path="/office/outages" component={OutageDeskPage} />
          <Route path="/office/claims" component={ClaimsPage} />
          <Route path="/office/orders" component={ActingOrdersPage} />
          <Route path="/office/permit-orders" component={PermitOrdersPage} />
          <Route path="/office/finance" component={FinancePage} />
          <Route path="/office/board" component={CentreBoardPage} />
          <Route path="/office/attention" component={AttentionPage} />
          <Route path="/office/appeals" component={AppealsPage} />
          <Route path="/office/corrections" component={CorrectionsPage} />
          <Route path="/office/publishing" component={PublishingPage} />
          <Route path="/office/cards/:part?">{({ part }) => <CardDeskPage part={part} />}</Route>
          <Route path="/office/inspect" component={InspectPage} />
          <Route path="/office/old-permits" component={QuestionsPage} />
          <Route path="/office/old-permits/:id">{({ id }) => <QuestionPage applicationId={id} />}</Route>
          <Route path="/office/staff" component={StaffPage} />
          <Route path="/office/registers" component={RegistersPage} />
          <Route path="/office/registers/:id">{({ id }) => <RegisterPage importId={id} />}</Route>
          <Route path="/office/recoveries" component={CounterRecoveryPage} />
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
      </Suspense>
    </>
  );
}
