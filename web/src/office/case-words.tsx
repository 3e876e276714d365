import { caseNotesTexts } from '@permit/ui/texts/case-notes-texts.ts';
import type { ReactElement } from 'react';
import { useTexts } from '../app/use-texts.ts';
import type { TakenCase } from './taken-case.ts';

/** What the filer answered and what the considering officer proposes, in their own words. */
export function CaseWords({ taken }: { readonly taken: TakenCase }): ReactElement | null {
  const t = useTexts(caseNotesTexts);
  const { answerNote, consideration } = taken.detail;
  if (!answerNote && !consideration) return null;
  return (
    <section className="evidence">
      <h2>{t('words')}</h2>
      {answerNote && (
        <>
          <h3>{t('answerNote')}</h3>
          <blockquote className="said">{answerNote}</blockquote>
        </>
      )}
      {consideration && (
        <>
          <h3>{t(`proposed_${consideration.proposal}` as 'proposed_grant')}</h3>
          {consideration.note && <blockquote className="said">{consideration.note}</blockquote>}
        </>
      )}
    </section>
  );
}
