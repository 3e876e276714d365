import { useState } from 'react';
import type { CaptureStep, CaptureView } from '../../kiosk-views.ts';
import { CAPTURE_STEPS } from '../step-order.ts';
import { BrowserCamera } from './browser-camera.tsx';
import { StepPicture } from '../pictures/step-picture.tsx';
import { Sign } from '../pictures/sign.tsx';
import { useStation } from '../station-state.tsx';
import { isReaderStep, positionsOfStep, targetOf } from './capture-steps.ts';
import { useClerkLanguage, useClerkText } from './clerk-language.tsx';
import { ExceptionForm } from './exception-form.tsx';
import { LiveView } from './live-view.tsx';
import { NoticeForm } from './notice-form.tsx';
import { SamePersonView } from './same-person-view.tsx';

/** The clerk's side of an open capture: where it stands, the step now, and what to do when it does not work. */
export function CaptureDesk({ capture }: { capture: CaptureView }) {
  const text = useClerkText();
  return (
    <section className="capture-desk">
      <header>
        <h1>
          {capture.ticketNo} · {capture.workerName}
        </h1>
        <Abandon captureId={capture.captureId} />
      </header>
      <ol className="steps">
        {CAPTURE_STEPS.map((step) => (
          <li
            key={step}
            aria-current={step === capture.step ? 'step' : undefined}
            className={stepClass(step, capture)}
          >
            {stepClass(step, capture) === 'step-done' && <Sign name="tick" />} {text(step)}
          </li>
        ))}
      </ol>
      <StepDesk capture={capture} />
      <PositionTable capture={capture} />
    </section>
  );
}

function StepDesk({ capture }: { capture: CaptureView }) {
  const { step } = capture;
  if (step === 'notice') return <NoticeForm captureId={capture.captureId} />;
  if (isReaderStep(step)) return <ReaderDesk capture={capture} step={step} />;
  return <SamePersonView capture={capture} />;
}

function ReaderDesk({ capture, step }: { capture: CaptureView; step: Parameters<typeof targetOf>[0] }) {
  const { ask, busy, preview } = useStation();
  const text = useClerkText();
  const language = useClerkLanguage();
  const { captureId, positions } = capture;
  const target = targetOf(step);
  const running = preview?.target === target || busy === 'capture';
  return (
    <section className="reader-desk">
      <div className="reader-picture">
        {running && preview ? (
          <LiveView preview={preview} language={language} />
        ) : (
          <StepPicture step={step} positions={positions} />
        )}
      </div>
      <div className="actions">
        {running ? (
          <button onClick={() => void ask('stopCapture', { captureId })}>{text('stop')}</button>
        ) : (
          <button className="primary" autoFocus onClick={() => void ask('capture', { captureId, target })}>
            {text('captureNow')}
          </button>
        )}
      </div>
      {step === 'portrait' && !running && <BrowserCamera captureId={captureId} />}
      {step !== 'portrait' && <ExceptionForm captureId={captureId} positions={positionsOfStep(step)} />}
    </section>
  );
}

function PositionTable({ capture }: { capture: CaptureView }) {
  const { ask } = useStation();
  const text = useClerkText();
  return (
    <ul className="positions">
      {capture.positions.map(({ position, state, quality, attempts, exceptionReason }) => (
        <li key={position} className={`position position-${state}`}>
          <strong>{text(position)}</strong> <Sign name={SIGNS[state]} /> {text(state)}
          {quality !== undefined && ` ${quality}`}
          {attempts > 1 && ` ×${attempts}`}
          {exceptionReason && (
            <>
              {' '}
              {text(exceptionReason)}{' '}
              <button
                onClick={() => void ask('withdrawException', { captureId: capture.captureId, position })}
              >
                {text('withdraw')}
              </button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

const SIGNS = { good: 'tick', poor: 'warn', exception: 'cross', todo: 'dots' } as const;

function Abandon({ captureId }: { captureId: string }) {
  const { ask } = useStation();
  const text = useClerkText();
  const [asking, setAsking] = useState(false);
  if (!asking) return <button onClick={() => setAsking(true)}>{text('abandon')}</button>;
  return (
    <div className="ask-first" role="alertdialog">
      <p>{text('confirmAbandon')}</p>
      <button className="danger" onClick={() => void ask('abandonCapture', { captureId })}>
        {text('abandon')}
      </button>
      <button autoFocus onClick={() => setAsking(false)}>
        {text('goOn')}
      </button>
    </div>
  );
}

function stepClass(step: CaptureStep, { step: now }: CaptureView): string {
  const [index, current] = [CAPTURE_STEPS.indexOf(step), CAPTURE_STEPS.indexOf(now)];
  return index < current ? 'step-done' : index === current ? 'step-now' : 'step-later';
}
