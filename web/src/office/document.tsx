import type { CalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { formatDate } from '@permit/domain/calendar/format-date.ts';
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
      <SaidOfPaper document={document} />
      {document.mime === 'application/pdf' && <p className="quiet">{v('drawnFromPdf')}</p>}
    </figure>
  );
}

/** What is known of a paper beside its picture, and by whose word. */
function SaidOfPaper({ document }: { readonly document: Summary }): ReactElement | null {
  const { language } = useApp();
  const v = useTexts(paperViewTexts);
  const itemName = useItemName();
  const { issued, expires, seenAs } = document;
  const known = [
    issued && v('issuedByWord', { date: formatDate(issued as CalendarDate, language) }),
    expires && v('expiresByWord', { date: formatDate(expires as CalendarDate, language) }),
    seenAs && v('seenAs', { kind: itemName(`documents.${seenAs}`) }),
  ].filter(Boolean);
  return known.length > 0 ? <p className="quiet">{known.join(' · ')}</p> : null;
}
