import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { applicantRole, hasRole } from '../app/roles-of.ts';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';

// Only agents file for others; nobody else carries the question.
const OnBehalfOf = lazy(() =>
  import('./on-behalf-of.tsx').then(({ OnBehalfOf: component }) => ({ default: component })),
);

/** Refunds begin at a bill, appeals at a decision, and an order is an officer's. */
const BEGUN_HERE: ReadonlySet<string> = new Set(['application', 'notice']);

/** The first question: which service. Choosing one begins a draft. */
export function ChooseServicePage(): ReactElement {
  const { api, language, who } = useApp();
  const [, go] = useLocation();
  const t = useTexts(portalTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const [behalf, setBehalf] = useState('');
  const { value, problem, reload } = useLoad(`services-${language}`, () =>
    api.call('listServices', { language }),
  );
  const begin = async (serviceCode: string, kind: string): Promise<void> => {
    if (kind === 'notice') return go('/notices/new');
    const filerKind = who ? applicantRole(who) : undefined;
    const draft = { language, channel: 'online' as const, ...(filerKind ? { filerKind } : {}) };
    const made = await act.run(`begin ${serviceCode} ${behalf}`, (key) =>
      api.call('createDraft', { serviceCode, draft, ...(behalf ? { onBehalfOf: behalf } : {}) }, key),
    );
    if (made) go(`/cases/${made.applicationId}/edit`);
  };
  return (
    <Page title={t('chooseService')} back="/cases">
      <ProblemNote problem={problem} onRetry={reload} />
      <ProblemNote problem={act.problem} />
      {!value && !problem && <Skeleton label={f('loading')} rows={6} />}
      {who && hasRole(who, 'agent') && (
        <Suspense fallback={<Skeleton label={f('loading')} rows={1} />}>
          <OnBehalfOf partyId={behalf} onParty={setBehalf} />
        </Suspense>
      )}
      <ul className="tiles">
        {value?.services
          .filter(({ offered, kind }) => offered && BEGUN_HERE.has(kind))
          .map(({ code, name, kind }) => (
            <li key={code}>
              <button
                type="button"
                className="tile"
                data-service={code}
                onClick={() => void begin(code, kind)}
              >
                {name}
                <span className="quiet">{code}</span>
              </button>
            </li>
          ))}
      </ul>
    </Page>
  );
}
