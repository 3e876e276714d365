import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { counterRecoveryTexts } from '@permit/ui/texts/counter-recovery-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { SureDialog } from '../people/sure-dialog.tsx';
import { AskCounterRecovery } from './ask-counter-recovery.tsx';

type Recovery = Output<'listCounterRecoveries'>['recoveries'][number];

interface Granted {
  readonly name: string;
  readonly code: string;
}

/** A lost account at the counter: one person asks with papers, another grants it and hands over the code. */
export function CounterRecoveryPage(): ReactElement {
  const { api } = useApp();
  const t = useTexts(counterRecoveryTexts);
  const f = useTexts(frameTexts);
  const [granted, setGranted] = useState<Granted>();
  const { value, problem, reload } = useLoad('recoveries', () => api.call('listCounterRecoveries', {}));
  return (
    <Page title={t('title')} wide>
      <p>{t('how')}</p>
      {granted && (
        <div className="notice" role="status">
          <p>{t('codeFor', { name: granted.name })}</p>
          <p className="big-number">{granted.code}</p>
        </div>
      )}
      <h2>{t('waiting')}</h2>
      <ProblemNote problem={problem} onRetry={reload} />
      {!value && !problem && <Skeleton label={f('loading')} />}
      {value?.recoveries.length === 0 && <EmptyState text={t('none')} />}
      {value?.recoveries.map((recovery) => (
        <RecoveryCard
          key={recovery.recoveryId}
          recovery={recovery}
          onGranted={(code) => {
            setGranted({ name: recovery.displayName, code });
            reload();
          }}
        />
      ))}
      <AskCounterRecovery onAsked={reload} />
    </Page>
  );
}

function RecoveryCard(props: {
  readonly recovery: Recovery;
  readonly onGranted: (code: string) => void;
}): ReactElement {
  const { recoveryId, displayName, username, papers, askedAt, mine } = props.recovery;
  const { api, language } = useApp();
  const t = useTexts(counterRecoveryTexts);
  const act = useAct();
  const [asked, setAsked] = useState(false);
  const grant = async (): Promise<void> => {
    const made = await act.run(`grant ${recoveryId}`, () => api.call('grantCounterRecovery', { recoveryId }));
    if (!made) return;
    setAsked(false);
    props.onGranted(made.code);
  };
  return (
    <section className="evidence">
      <h3>
        {displayName} · {username}
      </h3>
      <p>{papers.map((paper) => t(`paper_${paper}`)).join(' · ')}</p>
      <p className="quiet">{formatInstant(askedAt, language)}</p>
      {mine ? (
        <p>{t('mine')}</p>
      ) : (
        <Button look="primary" onClick={() => setAsked(true)}>
          {t('grant')}
        </Button>
      )}
      {asked && (
        <SureDialog
          title={t('grant')}
          means={t('grantMeans')}
          look="primary"
          act={act}
          onYes={grant}
          onClose={() => setAsked(false)}
        />
      )}
    </section>
  );
}
