import { useEffect, useState } from 'react';
import { type Language, say } from '@permit/domain/texts/text.ts';
import { stationWorkerTexts } from '../texts/worker-texts.ts';

const ASK_AFTER_MS = 90_000;
const HIDE_AFTER_MS = 60_000;
const { texts } = stationWorkerTexts;

/**
 * Asks before it hides: after a while without a touch the worker is asked whether they are there; without an answer
 * the screen shows nothing of the person any more. The capture itself stays open for the clerk.
 */
export function StillThere({ language, children }: { language: Language; children: React.ReactNode }) {
  const [asked, setAsked] = useState(false);
  const [hidden, setHidden] = useState(false);
  const [touched, setTouched] = useState(0);
  useEffect(() => {
    const touch = () => {
      setTouched((count) => count + 1);
      setAsked(false);
      setHidden(false);
    };
    for (const name of ['pointerdown', 'keydown']) addEventListener(name, touch);
    return () => ['pointerdown', 'keydown'].forEach((name) => removeEventListener(name, touch));
  }, []);
  useEffect(() => {
    const ask = setTimeout(() => setAsked(true), ASK_AFTER_MS);
    const hide = setTimeout(() => setHidden(true), ASK_AFTER_MS + HIDE_AFTER_MS);
    return () => [ask, hide].forEach(clearTimeout);
  }, [touched]);
  if (!asked && !hidden) return children;
  return (
    <>
      {!hidden && <div hidden>{children}</div>}
      <h1 className="instruction">{say(hidden ? texts.wait : texts.stillThere, language)}</h1>
      <button className="primary">{say(texts.iAmHere, language)}</button>
    </>
  );
}
