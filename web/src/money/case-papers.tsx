import { paperTitles } from '@permit/domain/papers/paper-texts.ts';
import { say } from '@permit/domain/texts/text.ts';
import { moneyTexts } from '@permit/ui/texts/money-texts.ts';
import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { PaperButton } from './paper-button.tsx';

/** The papers of a case that can be had now, each as PDF in the reader's language. */
export function CasePapers({ applicationId }: { readonly applicationId: string }): ReactElement | null {
  const { api, language } = useApp();
  const m = useTexts(moneyTexts);
  const { value } = useLoad(`papers-${applicationId}`, () => api.call('listPapers', { applicationId }));
  if (!value || value.papers.length === 0) return null;
  return (
    <section>
      <h2>{m('papersOfCase')}</h2>
      <ul className="papers">
        {value.papers.map(({ kind, subjectId, number }) => (
          <li key={`${kind} ${subjectId}`}>
            <PaperButton
              kind={kind}
              subjectId={subjectId}
              label={`${say(paperTitles.texts[kind], language)} ${number}`}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
