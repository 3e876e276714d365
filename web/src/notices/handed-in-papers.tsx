import { Button } from '@permit/ui/button.tsx';
import { noticePaperTexts } from '@permit/ui/texts/notice-paper-texts.ts';
import { useState, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { useItemName } from '../filing/use-item-name.ts';
import { saveFile } from './save-receipt.ts';
import { NoticePaperPages } from './notice-paper-pages.tsx';
import type { Notice } from './notice-page.tsx';

/** The papers of a notice: which came with it, which later, with the receipts of those. */
export function HandedInPapers({ notice }: { readonly notice: Notice }): ReactElement {
  const p = useTexts(noticePaperTexts);
  return (
    <>
      {notice.papers.length === 0 && <p className="quiet">{p('none')}</p>}
      <ul className="worker-lines">
        {notice.papers.map((paper) => (
          <PaperLine key={paper.paperId} noticeId={notice.noticeId} paper={paper} />
        ))}
      </ul>
      {notice.additions.length > 0 && <AdditionReceipts notice={notice} />}
    </>
  );
}

function PaperLine(props: {
  readonly noticeId: string;
  readonly paper: Notice['papers'][number];
}): ReactElement {
  const { noticeId, paper } = props;
  const p = useTexts(noticePaperTexts);
  const name = useItemName()(`documents.${paper.kind}`);
  const [open, setOpen] = useState(false);
  return (
    <li>
      <strong>
        {paper.no}. {name}
      </strong>
      {p('pages', { count: paper.pages })} ·{' '}
      {paper.addition === 0 ? p('withNotice') : p('later', { no: paper.addition })}
      <p className="quiet">
        {p('fingerprint')}: <span className="fingerprint">{paper.sha256}</span>
      </p>
      <div className="no-print">
        <Button look="plain" onClick={() => setOpen(!open)}>
          {open ? p('hide') : p('look')}
          <span className="hidden-words"> {name}</span>
        </Button>
      </div>
      {open && <NoticePaperPages noticeId={noticeId} paper={paper} name={name} />}
    </li>
  );
}

function AdditionReceipts({ notice }: { readonly notice: Notice }): ReactElement {
  const { api } = useApp();
  const p = useTexts(noticePaperTexts);
  const act = useAct();
  const open = async (addition: number): Promise<void> => {
    const { noticeId } = notice;
    const paper = await act.run(`receipt-${addition}`, () =>
      api.call('getNoticeReceipt', { noticeId, addition }),
    );
    if (paper) saveFile(paper);
  };
  return (
    <>
      <ProblemNote problem={act.problem} />
      <div className="actions no-print">
        {notice.additions.map(({ no }) => (
          <Button key={no} busy={act.busy} onClick={() => void open(no)}>
            {p('receipt', { no })}
          </Button>
        ))}
      </div>
    </>
  );
}
