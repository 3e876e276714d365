import { paperViewTexts } from '@permit/ui/texts/paper-view-texts.ts';
import type { ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { useTexts } from '../app/use-texts.ts';
import { useItemName } from '../filing/use-item-name.ts';
import { PaperPages } from './paper-pages.tsx';

type Summary = Output<'getApplication'>['documents'][number];

/** One paper of a case, for review. */
export function Document({ document }: { readonly document: Summary }): ReactElement {
  const { api } = useApp();
  const v = useTexts(paperViewTexts);
  const name = useItemName()(`documents.${document.kind}`);
  const { documentId } = document;
  return (
    <figure>
      <figcaption>{name}</figcaption>
      <PaperPages
        paper={documentId}
        name={name}
        links={() => api.call('linkDocument', { documentId, purpose: 'review' })}
      />
      {document.mime === 'application/pdf' && <p className="quiet">{v('drawnFromPdf')}</p>}
    </figure>
  );
}
