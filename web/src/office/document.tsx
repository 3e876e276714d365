import { Button } from '@permit/ui/button.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { officeTexts } from '@permit/ui/texts/office-texts.ts';
import { paperViewTexts } from '@permit/ui/texts/paper-view-texts.ts';
import { useEffect, useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { useItemName } from '../filing/use-item-name.ts';

type Summary = Output<'getApplication'>['documents'][number];

/** One paper as pictures, a page at a time; that each was read, and for review, is recorded by the server. */
export function Document({ document }: { readonly document: Summary }): ReactElement {
  const { api } = useApp();
  const t = useTexts(officeTexts);
  const v = useTexts(paperViewTexts);
  const itemName = useItemName();
  const [page, setPage] = useState(1);
  const { documentId, pages = 1 } = document;
  const { value, problem, reload } = useLoad(`document-${documentId}-${page}`, () =>
    api.call('getDocument', { documentId, page, purpose: 'review' }),
  );
  const url = useObjectUrl(value);
  const name = itemName(`documents.${document.kind}`);
  const where = v('pageOf', { page, pages });
  return (
    <figure>
      <figcaption>{name}</figcaption>
      <ProblemNote problem={problem} onRetry={reload} />
      {!url && !problem && <Skeleton label={t('loadingPicture')} rows={1} />}
      {url && (
        <a href={url} target="_blank" rel="noreferrer" title={v('enlarge')}>
          <img src={url} alt={pages > 1 ? `${name}, ${where}` : name} />
        </a>
      )}
      {pages > 1 && (
        <div className="actions pager">
          <Button disabled={page <= 1} onClick={() => setPage(page - 1)}>
            {v('previousPage')}
            <span className="hidden-words"> {name}</span>
          </Button>
          <span role="status">{where}</span>
          <Button disabled={page >= pages} onClick={() => setPage(page + 1)}>
            {v('nextPage')}
            <span className="hidden-words"> {name}</span>
          </Button>
        </div>
      )}
      {document.mime === 'application/pdf' && <p className="quiet">{v('drawnFromPdf')}</p>}
    </figure>
  );
}

/** The picture under an address of this window, given back when the page is left. */
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
