import { Button } from '@permit/ui/button.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import type { ReactElement } from 'react';
import { problemSentence, type ApiProblem } from '../api/api-problem.ts';
import { useApp } from './app-context.tsx';
import { useTexts } from './use-texts.ts';

/** What happened, what to do, and the code to quote. */
export function ProblemNote(props: {
  readonly problem: ApiProblem | undefined;
  readonly onRetry?: () => void;
}): ReactElement | null {
  const { language } = useApp();
  const t = useTexts(frameTexts);
  const { problem, onRetry } = props;
  if (!problem) return null;
  return (
    <div className="notice notice-bad" role="alert">
      <p>
        <strong>{problemSentence(problem, language)}</strong>
      </p>
      {problem.requestId && <p className="quiet">{t('quote', { id: problem.requestId })}</p>}
      {onRetry && <Button onClick={onRetry}>{t('tryAgain')}</Button>}
    </div>
  );
}
