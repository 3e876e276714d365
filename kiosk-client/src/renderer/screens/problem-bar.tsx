import { say } from '@permit/domain/texts/text.ts';
import { Sign } from '../pictures/sign.tsx';
import { useStation } from '../station-state.tsx';
import { problemTexts } from '../texts/problem-texts.ts';
import { useClerkLanguage } from './clerk-language.tsx';

/** What happened, what to do, and a code to quote; never a dead end. */
export function ProblemBar() {
  const { problem, dismissProblem } = useStation();
  const language = useClerkLanguage();
  if (!problem) return null;
  const quoted = problem.detail === undefined ? problem.code : `${problem.code} · ${problem.detail}`;
  return (
    <div className="problem" role="alert">
      <p>
        <Sign name="warn" /> {say(problemTexts.texts[problem.code], language)} <small>({quoted})</small>
      </p>
      <p className="hotline">1506 (2) · 1694</p>
      <button aria-label="OK" onClick={dismissProblem}>
        <Sign name="cross" />
      </button>
    </div>
  );
}
