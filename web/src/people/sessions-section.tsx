import { Button } from '@permit/ui/button.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { peopleTexts } from '@permit/ui/texts/people-texts.ts';
import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';

/** Where the account is signed in, and the way to end it. */
export function SessionsSection(): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(peopleTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const { value, problem, reload } = useLoad('sessions', () => api.call('listSessions', {}));
  const end = async (sessionId: string): Promise<void> => {
    await act.run(`end ${sessionId}`, () => api.call('endSession', { sessionId }));
    reload();
  };
  const endOthers = async (): Promise<void> => {
    await act.run('end others', () => api.call('endOtherSessions', {}));
    reload();
  };
  return (
    <section>
      <h2>{t('sessions')}</h2>
      <ProblemNote problem={problem ?? act.problem} onRetry={reload} />
      {!value && !problem && <Skeleton label={f('loading')} />}
      <ul>
        {value?.sessions.map(({ sessionId, seenAt, current }) => (
          <li key={sessionId}>
            {t('lastSeen', { time: formatInstant(seenAt, language) })}{' '}
            {current ? (
              <strong>({t('thisOne')})</strong>
            ) : (
              <Button look="plain" busy={act.busy} onClick={() => void end(sessionId)}>
                {t('end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {(value?.sessions.length ?? 0) > 1 && (
        <Button busy={act.busy} onClick={() => void endOthers()}>
          {t('endOthers')}
        </Button>
      )}
    </section>
  );
}
