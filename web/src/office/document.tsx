import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { officeTexts } from '@permit/ui/texts/office-texts.ts';
import { useEffect, useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { useItemName } from '../filing/use-item-name.ts';

type Summary = Output<'getApplication'>['documents'][number];

/** One paper as a picture; that it was read, and for review, is recorded by the server. */
export function Document({ document }: { readonly document: Summary }): ReactElement {
  const { api } = useApp();
  const t = useTexts(officeTexts);
  const itemName = useItemName();
  const { documentId } = document;
  const { value, problem, reload } = useLoad(`document-${documentId}`, () =>
    api.call('getDocument', { documentId, purpose: 'review' }),
  );
  const url = useObjectUrl(value);
  const name = itemName(`documents.${document.kind}`);
  return (
    <figure>
      <figcaption>{name}</figcaption>
      <ProblemNote problem={problem} onRetry={reload} />
      {!url && !problem && <Skeleton label={t('loadingPicture')} rows={1} />}
      {url && value?.mime.startsWith('image/') && <img src={url} alt={name} />}
      {url && value?.mime === 'application/pdf' && (
        <a className="button" href={url} target="_blank" rel="noreferrer">
          {t('openPdf')}
          <span className="hidden-words"> {name}</span>
        </a>
      )}
    </figure>
  );
}

/** The bytes under an address of this window, given back when the paper is left. */
function useObjectUrl(file: Output<'getDocument'> | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!file) return undefined;
    const bytes = Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0));
    const made = URL.createObjectURL(new Blob([bytes], { type: file.mime }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}
