import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { officeTexts } from '@permit/ui/texts/office-texts.ts';
import { paperViewTexts } from '@permit/ui/texts/paper-view-texts.ts';
import { useState, type ReactElement } from 'react';
import { ApiProblem } from '../api/api-problem.ts';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { useItemName } from '../filing/use-item-name.ts';
import { PageTurner } from './page-turner.tsx';

type Summary = Output<'getApplication'>['documents'][number];

/** One paper as pictures, a page at a time; that each was read, and for review, is recorded by the server. */
export function Document({ document }: { readonly document: Summary }): ReactElement {
  const { api } = useApp();
  const v = useTexts(paperViewTexts);
  const name = useItemName()(`documents.${document.kind}`);
  const { documentId } = document;
  const links = useLoad(`document-${documentId}`, () =>
    api.call('linkDocument', { documentId, purpose: 'review' }),
  );
  const [at, setAt] = useState(0);
  const pages = links.value?.pages ?? [];
  const where = v('pageOf', { page: at + 1, pages: pages.length });
  return (
    <figure>
      <figcaption>{name}</figcaption>
      <ProblemNote problem={links.problem} onRetry={links.reload} />
      {!links.problem && (
        <PagePicture
          key={pages[at]?.path ?? 'none'}
          page={pages[at]}
          alt={pages.length > 1 ? `${name}, ${where}` : name}
          onEnded={links.reload}
        />
      )}
      {pages.length > 1 && <PageTurner at={at} of={pages.length} name={name} where={where} onTurn={setAt} />}
      {document.mime === 'application/pdf' && <p className="quiet">{v('drawnFromPdf')}</p>}
    </figure>
  );
}

/** The picture behind a link; a link that ended meanwhile is asked for anew by a press. */
function PagePicture(props: {
  readonly page: Output<'linkDocument'>['pages'][number] | undefined;
  readonly alt: string;
  readonly onEnded: () => void;
}): ReactElement {
  const { page, alt, onEnded } = props;
  const t = useTexts(officeTexts);
  const v = useTexts(paperViewTexts);
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  if (state === 'failed') return <ProblemNote problem={new ApiProblem('link-ended')} onRetry={onEnded} />;
  return (
    <>
      {state === 'loading' && <Skeleton label={t('loadingPicture')} rows={1} />}
      {page && (
        <a href={page.path} target="_blank" rel="noreferrer" title={v('enlarge')}>
          <img
            src={page.path}
            alt={alt}
            width={page.width}
            height={page.height}
            onLoad={() => setState('shown')}
            onError={() => setState('failed')}
          />
        </a>
      )}
    </>
  );
}
