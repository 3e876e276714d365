import { Button } from '@permit/ui/button.tsx';
import { noticePaperTexts } from '@permit/ui/texts/notice-paper-texts.ts';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { paperAtFault, papersToSend, type DraftPaper } from './draft-paper.ts';
import { HandedInPapers } from './handed-in-papers.tsx';
import type { Notice } from './notice-page.tsx';
import { PapersField } from './papers-field.tsx';

/** The papers of a notice for its filer, who may add some while the office has not acknowledged it. */
export function NoticePapers(props: { readonly notice: Notice; readonly onAdded: () => void }): ReactElement {
  const { notice } = props;
  const p = useTexts(noticePaperTexts);
  const [adding, setAdding] = useState(false);
  return (
    <section className="case-card">
      <h2>{p('handedIn')}</h2>
      <HandedInPapers notice={notice} />
      {adding && <AddPapers notice={notice} onAdded={() => (setAdding(false), props.onAdded())} />}
      {!adding && notice.state !== 'acknowledged' && (
        <div className="actions no-print">
          <Button onClick={() => setAdding(true)}>{p('more')}</Button>
        </div>
      )}
    </section>
  );
}

function AddPapers({
  notice,
  onAdded,
}: {
  readonly notice: Notice;
  readonly onAdded: () => void;
}): ReactElement {
  const { api } = useApp();
  const p = useTexts(noticePaperTexts);
  const act = useAct();
  const [papers, setPapers] = useState<readonly DraftPaper[]>([]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { noticeId } = notice;
    const asked = papersToSend(papers);
    const added = await act.run(`papers ${noticeId} ${asked.map(({ uploadId }) => uploadId).join()}`, (key) =>
      api.call('addNoticePapers', { noticeId, papers: asked }, key),
    );
    if (added) onAdded();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h3>{p('more')}</h3>
      <ProblemNote problem={act.problem} />
      <PapersField
        serviceCode={notice.serviceCode}
        papers={papers}
        atFault={paperAtFault(act.problem, papers)}
        onPapers={(changed) => (act.clear(), setPapers(changed))}
      />
      {papers.length > 0 && (
        <div className="actions">
          <Button type="submit" look="primary" busy={act.busy}>
            {p('handIn')}
          </Button>
        </div>
      )}
    </form>
  );
}
