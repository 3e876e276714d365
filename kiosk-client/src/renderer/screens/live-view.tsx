import { type Language, say } from '@permit/domain/texts/text.ts';
import { QualityRing } from '../pictures/quality-ring.tsx';
import type { Preview } from '../station-state.tsx';
import { adviceTexts } from '../texts/advice-texts.ts';
import { stationWorkerTexts } from '../texts/worker-texts.ts';

/** The live picture with its quality ring and the one thing to do about it. */
export function LiveView({ preview, language }: { preview: Preview; language: Language }) {
  const [reason] = preview.reasons;
  const advice = reason ? adviceTexts.texts[reason] : stationWorkerTexts.texts.holdStill;
  return (
    <div className="live" aria-live="polite">
      <img className="live-picture" src={`data:image/png;base64,${preview.pngBase64}`} alt="" />
      <QualityRing percent={preview.ring} />
      <p className="live-advice">{say(advice, language)}</p>
    </div>
  );
}
