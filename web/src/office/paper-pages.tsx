import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { officeTexts } from '@permit/ui/texts/office-texts.ts';
import { paperViewTexts } from '@permit/ui/texts/paper-view-texts.ts';
import { useState, type ReactElement } from 'react';
import { ApiProblem } from '../api/api-problem.ts';
import type { Output } from '../api/api-client.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { PageTurner } from './page-turner.tsx';

type Links = Output<'linkDocument'>;

/** The pages of a paper as pictures, one at a time; that each was read is recorded by the server. */
export function PaperPages(props: {
  /** Tells one paper from another. */
  readonly paper: string;
  readonly name: string;
  readonly links: () => Promise<Links>;
}): ReactElement {
  const { paper, name } = props;
  const v = useTexts(paperViewTexts);
  const links = useLoad(`pages-${paper}`, props.links);
  const [at, setAt] = useState(0);
  const pages = links.value?.pages ?? [];
  const where = v('pageOf', { page: at + 1, pages: pages.length });
  return (
    <>
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
    </>
  );
}

/** The picture behind a link; a link that ended meanwhile is asked for anew by a press. */
function PagePicture(props: {
  readonly page: Links['pages'][number] | undefined;
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
