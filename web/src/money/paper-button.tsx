import { Button } from '@permit/ui/button.tsx';
import type { ReactElement } from 'react';
import type { Input } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { pdfOf, saveFile } from './save-file.ts';

/** Fetches a paper in the reader's language and saves it. */
export function PaperButton(props: {
  readonly kind: Input<'getPaper'>['kind'];
  readonly subjectId: string;
  readonly label: string;
}): ReactElement {
  const { kind, subjectId, label } = props;
  const { api, language } = useApp();
  const act = useAct();
  const save = async (): Promise<void> => {
    const paper = await act.run(`paper ${kind} ${subjectId}`, () =>
      api.call('getPaper', { kind, subjectId, language }),
    );
    if (paper) saveFile(paper.fileName, pdfOf(paper.base64));
  };
  return (
    <>
      <Button busy={act.busy} onClick={() => void save()}>
        {label}
      </Button>
      <ProblemNote problem={act.problem} />
    </>
  );
}
