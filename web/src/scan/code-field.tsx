import { Button } from '@permit/ui/button.tsx';
import { FileField } from '@permit/ui/file-field.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { scanTexts } from '@permit/ui/texts/scan-texts.ts';
import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useTexts } from '../app/use-texts.ts';
import { browserQrReader, readPicture, scanCamera } from '../check/qr-scanner.ts';

const reader = browserQrReader();

/**
 * One code after the other: a hand scanner types it and ends with Enter, a camera or a picture gives it, or somebody
 * pastes it. The field is empty and has the focus again after each, so that nobody touches the mouse between two people.
 */
export function CodeField(props: {
  readonly busy: boolean;
  /** The camera stays on from one person to the next. */
  readonly many?: boolean;
  readonly onCode: (text: string) => void;
}): ReactElement {
  const { busy, many = false, onCode } = props;
  const t = useTexts(scanTexts);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<'noCode' | 'noCamera'>();
  const field = useRef<HTMLFormElement>(null);
  const take = (text: string): void => {
    const code = text.trim();
    setTyped('');
    setProblem(undefined);
    field.current?.querySelector('input')?.focus();
    if (code !== '' && !busy) onCode(code);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    take(typed);
  };
  const usePicture = async (file: File): Promise<void> => {
    const text = reader && (await readPicture(reader, file));
    if (text) take(text);
    else setProblem('noCode');
  };
  return (
    <form ref={field} onSubmit={submit} className="evidence">
      <TextField
        id="code"
        label={t('code')}
        hint={t('hint')}
        value={typed}
        maxLength={4000}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        error={problem && t(problem)}
        onValue={setTyped}
      />
      <div className="actions">
        <Button type="submit" look="primary" busy={busy}>
          {t('check')}
        </Button>
        {reader && <Camera many={many} onText={take} onBlocked={() => setProblem('noCamera')} />}
      </div>
      {reader && (
        <FileField
          id="code-picture"
          label={t('picture')}
          accept="image/*"
          buttonWords={t('picture')}
          onFile={(file) => void usePicture(file)}
        />
      )}
    </form>
  );
}

/** How long the same code is not taken again while the camera still sees it. */
const SAME_AGAIN_MS = 3_000;

function Camera(props: {
  readonly many: boolean;
  readonly onText: (text: string) => void;
  readonly onBlocked: () => void;
}): ReactElement {
  const { many, onText, onBlocked } = props;
  const t = useTexts(scanTexts);
  const video = useRef<HTMLVideoElement>(null);
  const stop = useRef<() => void>(undefined);
  const last = useRef({ text: '', at: 0 });
  const [on, setOn] = useState(false);
  useEffect(() => () => stop.current?.(), []);
  const start = async (): Promise<void> => {
    if (!reader || !video.current) return;
    try {
      stop.current = await scanCamera(reader, video.current, (text) => {
        const now = performance.now();
        const same = text === last.current.text && now - last.current.at < SAME_AGAIN_MS;
        last.current = { text, at: now };
        if (!same) onText(text);
        if (many) void start();
        else setOn(false);
      });
      setOn(true);
    } catch {
      setOn(false);
      onBlocked();
    }
  };
  const end = (): void => {
    stop.current?.();
    setOn(false);
  };
  return (
    <>
      <Button onClick={() => (on ? end() : void start())}>{t(on ? 'stopCamera' : 'camera')}</Button>
      <video ref={video} playsInline muted hidden={!on} style={{ width: '100%' }} />
    </>
  );
}
