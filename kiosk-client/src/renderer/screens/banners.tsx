import { useStation } from '../station-state.tsx';
import { clerkTexts } from '../texts/clerk-texts.ts';
import { stationWorkerTexts } from '../texts/worker-texts.ts';

/** What must never be forgotten: a simulated reader, training, the demo. Thai and English together. */
export function Banners() {
  const { station } = useStation();
  const { simulated } = stationWorkerTexts.texts;
  const { training, demo } = clerkTexts.texts;
  return (
    <div className="banners" role="status">
      {station?.simulatedReader && (
        <strong className="banner">
          {simulated.th} · {simulated.en}
        </strong>
      )}
      {station?.training && (
        <strong className="banner">
          {training.th} · {training.en}
        </strong>
      )}
      {station?.mode === 'demo' && (
        <span className="banner banner-quiet">
          {demo.th} · {demo.en}
        </span>
      )}
    </div>
  );
}
