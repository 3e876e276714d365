import { say } from '@permit/domain/texts/text.ts';
import type { CaptureView } from '../../kiosk-views.ts';
import { StepPicture } from '../pictures/step-picture.tsx';
import { Sign } from '../pictures/sign.tsx';
import { useStation } from '../station-state.tsx';
import { adviceTexts } from '../texts/advice-texts.ts';
import { stationWorkerTexts } from '../texts/worker-texts.ts';
import { positionsOfStep, type ReaderStep, targetOf } from './capture-steps.ts';
import { LiveView } from './live-view.tsx';

const { texts } = stationWorkerTexts;

/** One act at the reader: the picture, one sentence, one button; while it runs, the live view. */
export function WorkerCapture({ capture, step }: { capture: CaptureView; step: ReaderStep }) {
  const { ask, busy, preview, problem } = useStation();
  const { captureId, language, positions } = capture;
  const target = targetOf(step);
  const running = busy === 'capture' || preview?.target === target;
  const poor = positions.find(
    ({ position, state }) => state === 'poor' && positionsOfStep(step).includes(position),
  );
  const [reason] = poor?.reasons ?? [];
  return (
    <section className="step">
      <h1 className="instruction">{say(texts[step], language)}</h1>
      {running && preview ? (
        <LiveView preview={preview} language={language} />
      ) : (
        <StepPicture step={step} positions={positions} />
      )}
      {poor && !running && (
        <p className="advice" role="status">
          <Sign name="warn" /> {say(reason ? adviceTexts.texts[reason] : texts.again, language)}
        </p>
      )}
      {problem && !running && (
        <p className="advice" role="alert">
          <Sign name="warn" /> {say(texts.again, language)} · {say(texts.callStaff, language)}{' '}
          <small>{problem.code}</small>
        </p>
      )}
      <div className="actions">
        <button
          className="primary"
          disabled={running}
          onClick={() => void ask('capture', { captureId, target })}
        >
          {say(poor ? texts.again : texts.start, language)}
        </button>
      </div>
    </section>
  );
}
