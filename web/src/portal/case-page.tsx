import { documentNames } from '@permit/domain/texts/document-names.ts';
import { permitStateTexts } from '@permit/domain/texts/permit-state-texts.ts';
import { say } from '@permit/domain/texts/text.ts';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import { Table } from '@permit/ui/table.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { phoneCardTexts } from '@permit/ui/texts/phone-card-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { lazy, Suspense, type ReactElement } from 'react';
import { Link, Redirect } from 'wouter';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay, formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useServiceNames } from '../app/use-services.ts';
import { useTexts } from '../app/use-texts.ts';
import { AppealSection } from '../lifecycle/appeal-section.tsx';
import { CorrectionSection } from '../lifecycle/correction-section.tsx';
import { NextStepNote } from '../lifecycle/next-step-note.tsx';
import { CasePapers } from '../money/case-papers.tsx';
import { CountedFiling } from '../outages/counted-filing.tsx';
import { AnswerRequest } from './answer-request.tsx';
import { ApplicationStateBadge } from './application-state.tsx';
import { formatBaht } from './money.ts';
import { nameOf } from './name-of.ts';
import { WithdrawCase, mayBeWithdrawn } from './withdraw-case.tsx';

type Case = Output<'getApplication'>;

// Few permits end before their day, so nobody else's telephone carries it.
const PermitEndSection = lazy(() =>
  import('../permit-orders/permit-end-section.tsx').then(({ PermitEndSection: component }) => ({
    default: component,
  })),
);

/** One case for its filer: where it stands, what is next, and everything that belongs to it. */
export function CasePage({ applicationId }: { readonly applicationId: string }): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(portalTexts);
  const f = useTexts(frameTexts);
  const serviceName = useServiceNames();
  const { value, problem, reload } = useLoad(`case-${applicationId}-${language}`, async () => ({
    found: await api.call('getApplication', { applicationId }),
    story: await api.call('listEvents', { applicationId, language }),
  }));
  const found = value?.found;
  if (found?.state === 'draft') return <Redirect to={`/cases/${applicationId}/edit`} />;
  return (
    <Page
      title={found ? nameOf(found.draft, language) || t('workerName') : t('workerName')}
      caption={found ? serviceName(found.serviceCode) : undefined}
      back="/cases"
    >
      <ProblemNote problem={problem} onRetry={reload} />
      {!value && !problem && <Skeleton label={f('loading')} rows={5} />}
      {found && value && (
        <>
          <Standing found={found} next={value.story.next} />
          {found.countedFiling && <CountedFiling counted={found.countedFiling} />}
          {(found.state === 'refused' || found.state === 'under-appeal') && (
            <AppealSection
              applicationId={applicationId}
              state={found.state}
              refusal={found.refusal}
              onDone={reload}
            />
          )}
          {found.state === 'needs-documents' && <AnswerRequest found={found} onAnswered={reload} />}
          <Bills found={found} />
          <CasePapers applicationId={applicationId} />
          {found.permitId && <Permit permitId={found.permitId} />}
          {found.permitId && (
            <Suspense fallback={null}>
              <PermitEndSection applicationId={applicationId} permitId={found.permitId} onDone={reload} />
            </Suspense>
          )}
          <Papers found={found} />
          <Events events={value.story.events} />
          {mayBeWithdrawn(found.state) && <WithdrawCase applicationId={applicationId} onDone={reload} />}
        </>
      )}
    </Page>
  );
}

function Standing(props: {
  readonly found: Case;
  readonly next: Output<'listEvents'>['next'];
}): ReactElement {
  const { found, next } = props;
  const t = useTexts(portalTexts);
  return (
    <section>
      <ApplicationStateBadge state={found.state} />
      <p>
        {t('number')}
        <br />
        <span className="big-number">{found.applicationNo}</span>
        <br />
        <span className="quiet">{t('keepNumber')}</span>
      </p>
      <div className="notice">
        <h2>{t('nextStep')}</h2>
        <p>{next.words}</p>
        <NextStepNote next={next} />
      </div>
    </section>
  );
}

function Bills({ found }: { readonly found: Case }): ReactElement {
  const t = useTexts(portalTexts);
  return (
    <section>
      <h2>{t('bills')}</h2>
      <ul className="tiles">
        {found.bills.map((bill) => (
          <li key={bill.billId}>
            <Link className="tile" href={`/bills/${bill.billId}?case=${found.applicationId}`}>
              {bill.kind === 'permit-fee' ? t('permitFee') : t('applicationFee')}{' '}
              {t('baht', { amount: formatBaht(bill.amountSatang) })}
              <span className="quiet">{bill.paidAt ? t('paid') : t('notPaid')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Permit({ permitId }: { readonly permitId: string }): ReactElement | null {
  const { api, language } = useApp();
  const t = useTexts(portalTexts);
  const card = useTexts(phoneCardTexts);
  const { value } = useLoad(`permit-${permitId}`, () => api.call('getPermit', { permitId }));
  if (!value) return null;
  const good = value.state === 'active' || value.state === 'temporary';
  const ended = value.state === 'revoked' || value.state === 'cancelled';
  return (
    <>
      <section className="case-card">
        <h2>
          {t('permit')} {value.permitNo}
        </h2>
        <StateBadge tone={good ? 'good' : 'warn'} word={say(permitStateTexts.texts[value.state], language)} />
        <p>
          {t('validTo')} {formatDay(value.validTo, language)}
        </p>
        {/* A page of its own, which works without a network: not a route of this one. */}
        <p>
          <a href="/card">{card('title')}</a>
        </p>
      </section>
      {!ended && <CorrectionSection permitId={permitId} />}
    </>
  );
}

function Papers({ found }: { readonly found: Case }): ReactElement | null {
  const { language } = useApp();
  const t = useTexts(portalTexts);
  if (found.documents.length === 0) return null;
  const names: Readonly<Record<string, (typeof documentNames.texts)['passport']>> = documentNames.texts;
  return (
    <section>
      <h2>{t('stepDocuments')}</h2>
      <ul>
        {found.documents.map(({ documentId, kind, addedAt }) => (
          <li key={documentId}>
            {names[kind] ? say(names[kind], language) : kind}{' '}
            <span className="quiet">{formatDay(addedAt, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Events({ events }: { readonly events: Output<'listEvents'>['events'] }): ReactElement {
  const { language } = useApp();
  const t = useTexts(portalTexts);
  const rows = events
    .filter(({ to }) => to !== 'draft')
    .map((event, index) => ({ ...event, key: String(index) }));
  return (
    <section>
      <Table
        caption={t('events')}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          {
            head: t('state'),
            cell: ({ words, note }) => (
              <>
                {words}
                {note && <blockquote>{note}</blockquote>}
              </>
            ),
          },
          { head: t('when'), cell: ({ at }) => formatInstant(at, language) },
        ]}
      />
    </section>
  );
}
