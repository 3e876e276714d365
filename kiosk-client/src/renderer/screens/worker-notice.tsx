import { useState } from 'react';
import { FINGER_POSITIONS } from '@permit/biometrics/codes.ts';
import { say } from '@permit/domain/texts/text.ts';
import type { CaptureView } from '../../kiosk-views.ts';
import { EyePicture } from '../pictures/eye-picture.tsx';
import { FacePicture } from '../pictures/face-picture.tsx';
import { HandPicture } from '../pictures/hand-picture.tsx';
import { Sign } from '../pictures/sign.tsx';
import { useStation } from '../station-state.tsx';
import { stationWorkerTexts } from '../texts/worker-texts.ts';
import { NOTICE_VERSION } from '../texts/notice-version.ts';

const { texts } = stationWorkerTexts;
const SENTENCES = ['noticeWhat', 'noticeWhy', 'noticeWho', 'noticeHowLong', 'noticeWithout'] as const;
const ALL_FINGERS = Object.fromEntries(FINGER_POSITIONS.map((position) => [position, 'asked' as const]));

/** Who asks, what for, for how long, who sees it and what happens without: before the first finger. */
export function WorkerNotice({ capture }: { capture: CaptureView }) {
  const { ask, busy } = useStation();
  const [called, setCalled] = useState(false);
  const { captureId, language } = capture;
  return (
    <section className="notice">
      <h1>{say(texts.noticeTitle, language)}</h1>
      <div className="notice-pictures">
        <FacePicture />
        <HandPicture marks={ALL_FINGERS} />
        <EyePicture right="asked" left="asked" />
      </div>
      <ul>
        {SENTENCES.map((key) => (
          <li key={key}>{say(texts[key], language)}</li>
        ))}
      </ul>
      <div className="actions">
        <button
          className="primary"
          disabled={busy === 'recordNotice'}
          onClick={() => void ask('recordNotice', { captureId, how: 'read', textVersion: NOTICE_VERSION })}
        >
          <Sign name="tick" /> {say(texts.iHaveRead, language)}
        </button>
        <button onClick={() => setCalled(true)}>
          <Sign name="sound" /> {say(texts.readToMe, language)}
        </button>
      </div>
      {called && <p role="status">{say(texts.staffComes, language)}</p>}
    </section>
  );
}
