import type { ReactElement } from 'react';
import { describedBy, FieldFrame, type FieldWords } from './field-frame.tsx';

export interface FileFieldProps extends FieldWords {
  /** MIME types, comma-separated. */
  readonly accept: string;
  readonly busy?: boolean;
  /** Words of the button; the browser's own would be in the language of the device. */
  readonly buttonWords: string;
  readonly onFile: (file: File) => void;
}

/** One file; chosen again it is another file, so the input is emptied after each choice. */
export function FileField({ accept, busy, buttonWords, onFile, ...words }: FileFieldProps): ReactElement {
  return (
    <FieldFrame words={words}>
      <input
        id={words.id}
        className="file-input hidden-words"
        type="file"
        accept={accept}
        disabled={busy}
        aria-invalid={words.error ? true : undefined}
        aria-describedby={describedBy(words)}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          event.target.value = '';
        }}
      />
      <label className="button" htmlFor={words.id}>
        {buttonWords}
        <span className="hidden-words"> {words.label}</span>
      </label>
    </FieldFrame>
  );
}
