import { type ChangeEvent, useEffect, useState } from 'react';
import type { CommandOutput } from '../../kiosk-api.ts';
import type { CaptureView } from '../../kiosk-views.ts';
import { Sign } from '../pictures/sign.tsx';
import { useStation } from '../station-state.tsx';
import { useClerkText } from './clerk-language.tsx';

const FACES = ['passportPhoto', 'filedPortrait', 'liveFace'] as const;
const JUDGEMENTS = [
  ['same', 'sameYes'],
  ['not-sure', 'sameUnsure'],
  ['different', 'sameNo'],
] as const;

/** Three faces side by side for the clerk's own eyes, then the seal. */
export function SamePersonView({ capture }: { capture: CaptureView }) {
  const { ask } = useStation();
  const text = useClerkText();
  const [faces, setFaces] = useState<CommandOutput<'getFaces'>>({});
  const { captureId, samePerson, hasPassportPhoto } = capture;
  useEffect(() => {
    void ask('getFaces', { captureId }).then((answer) => answer && setFaces(answer));
    // The pictures leave the memory of the page with this view.
    return () => setFaces({});
  }, [ask, captureId, hasPassportPhoto, samePerson]);
  return (
    <section className="same-person">
      <div className="faces">
        {FACES.map((name) => (
          <figure key={name}>
            {faces[name] ? (
              <img src={`data:${faces[name].mediaType};base64,${faces[name].base64}`} alt={text(name)} />
            ) : (
              <div className="no-picture">{text('noPicture')}</div>
            )}
            <figcaption>{text(name)}</figcaption>
            {name === 'passportPhoto' && <PassportUpload captureId={captureId} />}
          </figure>
        ))}
      </div>
      <div className="actions">
        {JUDGEMENTS.map(([judgement, key]) => (
          <button
            key={judgement}
            aria-pressed={samePerson === judgement}
            onClick={() => void ask('recordSamePerson', { captureId, judgement })}
          >
            {text(key)}
          </button>
        ))}
      </div>
      {samePerson === 'different' && (
        <p role="alert">
          <Sign name="warn" /> {text('differentHint')}
        </p>
      )}
      {capture.canSeal && (
        <div className="actions">
          <button className="primary" autoFocus onClick={() => void ask('sealCapture', { captureId })}>
            {text('seal')}
          </button>
        </div>
      )}
    </section>
  );
}

function PassportUpload({ captureId }: { captureId: string }) {
  const { ask } = useStation();
  const text = useClerkText();
  const add = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (!file) return;
    const mediaType = file.type === 'image/png' ? 'image/png' : 'image/jpeg';
    const picture = { mediaType, base64: await base64Of(file) } as const;
    await ask('addPicture', { captureId, of: 'passport-photo', picture });
  };
  return (
    <label className="button">
      {text('addPassportPhoto')}
      <input type="file" accept="image/jpeg,image/png" hidden onChange={(event) => void add(event)} />
    </label>
  );
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(file);
  });
}
