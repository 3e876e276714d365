import { useEffect, useRef, useState } from 'react';
import { type Language, say } from '@permit/domain/texts/text.ts';
import type { CaptureView } from '../../kiosk-views.ts';
import { useStation } from '../station-state.tsx';
import { stationWorkerTexts } from '../texts/worker-texts.ts';
import { Banners } from './banners.tsx';
import { LanguageBar } from './language-bar.tsx';
import { StillThere } from './still-there.tsx';
import { WorkerCapture } from './worker-capture.tsx';
import { WorkerNotice } from './worker-notice.tsx';

const { texts } = stationWorkerTexts;
const DONE_SHOWN_MS = 12_000;

/** The screen before the worker: one instruction at a time; nothing about anybody while nobody is being served. */
export function WorkerScreen() {
  const { capture, ask } = useStation();
  const [chosen, setChosen] = useState<Language>('th');
  const [done, setDone] = useState(false);
  const language = capture?.language ?? chosen;
  const open = capture !== undefined;
  const served = useRef(false);
  useEffect(() => {
    if (open) served.current = true;
    setDone(!open && served.current);
    if (open) return;
    // Just after a capture: the end is told, then the screen is blank for the next person.
    const timer = setTimeout(() => setDone(false), DONE_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [open]);
  const choose = (to: Language) => {
    setChosen(to);
    if (capture) void ask('setLanguage', { captureId: capture.captureId, language: to });
  };
  return (
    <div className="worker" lang={language}>
      <Banners />
      <LanguageBar language={language} onChoose={choose} />
      <main className="worker-main">
        {capture ? (
          <StillThere key={`${capture.captureId} ${capture.step}`} language={language}>
            <Step capture={capture} />
          </StillThere>
        ) : (
          <Idle language={language} done={done} />
        )}
      </main>
      <footer className="worker-foot">{say(texts.hotline, language)}</footer>
    </div>
  );
}

function Idle({ language, done }: { language: Language; done: boolean }) {
  return (
    <>
      <h1>{say(texts.welcome, language)}</h1>
      <p className="instruction">{say(done ? texts.done : texts.wait, language)}</p>
    </>
  );
}

function Step({ capture }: { capture: CaptureView }) {
  if (capture.step === 'notice') return <WorkerNotice capture={capture} />;
  if (capture.step === 'same-person' || capture.step === 'review') {
    return (
      <>
        <h1 className="instruction">{say(texts.staffChecks, capture.language)}</h1>
        <p className="worker-name">{capture.workerName}</p>
      </>
    );
  }
  return <WorkerCapture key={capture.step} capture={capture} step={capture.step} />;
}
