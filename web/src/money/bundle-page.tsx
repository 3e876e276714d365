import { paperTitles } from '@permit/domain/papers/paper-texts.ts';
import { say } from '@permit/domain/texts/text.ts';
import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { ProgressBar, Skeleton } from '@permit/ui/progress-bar.tsx';
import { Table } from '@permit/ui/table.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { moneyTexts } from '@permit/ui/texts/money-texts.ts';
import { useEffect, useState, type ReactElement } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Input, Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { saveFile } from './save-file.ts';

type Row = Output<'listApplications'>['applications'][number];
type Kind = Input<'getPaper'>['kind'];
const KINDS: readonly Kind[] = [
  'receipt',
  'may-work',
  'interim-permit',
  'refusal-letter',
  'appointment-slip',
  'permit-order',
  'refund-notice',
];
const PAGE = 100;
/** What one bundle takes at most. */
const MOST = 500;

/** The papers of many cases as one ZIP. The address keeps the bundle, so that a closed window loses nothing. */
export function BundlePage(): ReactElement {
  const m = useTexts(moneyTexts);
  const [, go] = useLocation();
  const bundleId = new URLSearchParams(useSearch()).get('bundle');
  return (
    <Page title={m('downloadMany')} back={bundleId ? '/papers/together' : '/bills'} wide>
      {bundleId ? (
        <Bundle bundleId={bundleId} />
      ) : (
        <ChooseCases onMade={(made) => go(`/papers/together?bundle=${made}`)} />
      )}
    </Page>
  );
}

function ChooseCases({ onMade }: { readonly onMade: (bundleId: string) => void }): ReactElement {
  const { api, language } = useApp();
  const m = useTexts(moneyTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const { value, problem, reload } = useLoad('cases-for-bundle', () => filedCases(api));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [kinds, setKinds] = useState<readonly Kind[]>(['receipt', 'may-work', 'interim-permit']);
  const chosen = (value ?? []).filter(({ applicationId }) => !left.has(applicationId));
  const make = async (): Promise<void> => {
    const input = {
      applicationIds: chosen.map(({ applicationId }) => applicationId),
      kinds: [...kinds],
      language,
    };
    const made = await act.run('bundle', (key) => api.call('requestBundle', input, key));
    if (made) onMade(made.bundleId);
  };
  return (
    <>
      <p>{m('bundleLead')}</p>
      <ProblemNote problem={problem ?? act.problem} onRetry={reload} />
      {!value && !problem && <Skeleton label={f('loading')} rows={5} />}
      {value?.length === 0 && <EmptyState text={m('noPapers')} />}
      {value && value.length > 0 && (
        <>
          <fieldset className="choices">
            <legend>{m('papers')}</legend>
            {KINDS.map((kind) => (
              <label className="choice" key={kind}>
                <input
                  type="checkbox"
                  checked={kinds.includes(kind)}
                  onChange={() => setKinds(without(kinds, kind) ?? [...kinds, kind])}
                />
                {say(paperTitles.texts[kind], language)}
              </label>
            ))}
          </fieldset>
          <Cases rows={value} left={left} onLeft={setLeft} />
          <div className="actions">
            {chosen.length > 0 && kinds.length > 0 && (
              <Button look="primary" busy={act.busy} onClick={() => void make()}>
                {m('prepare')} ({chosen.length})
              </Button>
            )}
          </div>
        </>
      )}
    </>
  );
}

/** The list without the item, or undefined where it was not there. */
function without(kinds: readonly Kind[], kind: Kind): readonly Kind[] | undefined {
  return kinds.includes(kind) ? kinds.filter((held) => held !== kind) : undefined;
}

async function filedCases(api: ReturnType<typeof useApp>['api']): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const page = await api.call('listApplications', { limit: PAGE, ...(after ? { after } : {}) });
    rows.push(...page.applications.filter(({ state }) => state !== 'draft'));
    after = page.next;
  } while (after && rows.length < MOST);
  return rows.slice(0, MOST);
}

function Cases(props: {
  readonly rows: readonly Row[];
  readonly left: ReadonlySet<string>;
  readonly onLeft: (left: ReadonlySet<string>) => void;
}): ReactElement {
  const { rows, left, onLeft } = props;
  const m = useTexts(moneyTexts);
  const toggle = (applicationId: string): void => {
    const next = new Set(left);
    if (!next.delete(applicationId)) next.add(applicationId);
    onLeft(next);
  };
  const columns = [
    {
      head: m('choose'),
      cell: ({ applicationId, workerName, applicationNo }: Row) => (
        <label className="choice">
          <input type="checkbox" checked={!left.has(applicationId)} onChange={() => toggle(applicationId)} />
          <span className="hidden-words">
            {m('chooseOne', { name: `${workerName} ${applicationNo ?? ''}` })}
          </span>
        </label>
      ),
    },
    {
      head: m('worker'),
      cell: ({ workerName, applicationNo }: Row) => (
        <>
          {workerName}
          <br />
          <span className="quiet">{applicationNo}</span>
        </>
      ),
    },
  ];
  return (
    <Table caption={m('cases')} columns={columns} rows={rows} keyOf={({ applicationId }) => applicationId} />
  );
}

const ASK_AGAIN_MS = 1_500;

function Bundle({ bundleId }: { readonly bundleId: string }): ReactElement {
  const { api } = useApp();
  const m = useTexts(moneyTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const {
    value: bundle,
    problem,
    reload,
  } = useLoad(`bundle-${bundleId}`, () => api.call('getBundle', { bundleId }));
  const waits = bundle?.state === 'preparing';
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setInterval(reload, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [waits, reload]);
  const save = async (): Promise<void> => {
    const zip = await act.run(`zip ${bundleId}`, () => api.file('downloadBundle', { bundleId }));
    if (zip) saveFile(`papers-${bundleId}.zip`, zip);
  };
  if (!bundle)
    return problem ? <ProblemNote problem={problem} onRetry={reload} /> : <Skeleton label={f('loading')} />;
  const { done, total, failed, state } = bundle;
  return (
    <>
      <ProblemNote problem={act.problem} />
      <ProgressBar label={m('preparing', { done, total })} done={done} total={total} />
      {failed > 0 && <p className="notice notice-warn">{m('someFailed', { count: failed })}</p>}
      {state === 'expired' && <p className="notice notice-warn">{m('bundleExpired')}</p>}
      {state === 'ready' && (
        <div className="actions">
          <Button look="primary" busy={act.busy} onClick={() => void save()}>
            {m('saveZip')}
          </Button>
        </div>
      )}
    </>
  );
}
