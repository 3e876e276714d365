import {
  DOCUMENT_MIMES,
  MAX_DOCUMENT_BYTES,
  type DocumentType,
} from '@permit/domain/catalogue/document-type.ts';
import { MOST_PAPERS_AT_ONCE, noticePaperKinds } from '@permit/domain/notices/notice-papers.ts';
import { Button } from '@permit/ui/button.tsx';
import { FileField } from '@permit/ui/file-field.tsx';
import { ProgressBar } from '@permit/ui/progress-bar.tsx';
import { Select } from '@permit/ui/select.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { noticePaperTexts } from '@permit/ui/texts/notice-paper-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { useState, type ReactElement } from 'react';
import { problemSentence } from '../api/api-problem.ts';
import { useApp } from '../app/app-context.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { sendUpload } from '../bulk/send-upload.ts';
import { readService } from '../filing/service.ts';
import { useItemName } from '../filing/use-item-name.ts';
import type { DraftPaper } from './draft-paper.ts';

interface PapersFieldProps {
  readonly serviceCode: string;
  readonly papers: readonly DraftPaper[];
  /** Whose file the answer named as the one that cannot be taken. */
  readonly atFault?: DraftPaper | undefined;
  readonly onPapers: (papers: readonly DraftPaper[]) => void;
}

/** Papers to hand in: which one it is, then its file, sent in pieces at once so that a broken line loses little. */
export function PapersField({ serviceCode, papers, atFault, onPapers }: PapersFieldProps): ReactElement {
  const p = useTexts(noticePaperTexts);
  return (
    <>
      <p>{p('how', { count: MOST_PAPERS_AT_ONCE })}</p>
      {papers.length > 0 && <ReadyPapers papers={papers} atFault={atFault} onPapers={onPapers} />}
      {papers.length < MOST_PAPERS_AT_ONCE ? (
        <NextPaper serviceCode={serviceCode} onPaper={(paper) => onPapers([...papers, paper])} />
      ) : (
        <p className="notice">{p('full')}</p>
      )}
    </>
  );
}

function ReadyPapers({ papers, atFault, onPapers }: Omit<PapersFieldProps, 'serviceCode'>): ReactElement {
  const p = useTexts(noticePaperTexts);
  const itemName = useItemName();
  return (
    <>
      <p role="status">{p('ready', { count: papers.length })}</p>
      <ul className="worker-lines">
        {papers.map((paper) => (
          <li key={paper.uploadId}>
            <strong>{itemName(`documents.${paper.kind}`)}</strong>
            <span className="file-name">{paper.name}</span>
            {paper === atFault && <p className="field-error">{p('atFault', { name: paper.name })}</p>}
            <div>
              <Button look="plain" onClick={() => onPapers(papers.filter((one) => one !== paper))}>
                {p('takeOut')}
                <span className="hidden-words"> {paper.name}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function NextPaper(props: {
  readonly serviceCode: string;
  readonly onPaper: (paper: DraftPaper) => void;
}): ReactElement {
  const { api, language } = useApp();
  const p = useTexts(noticePaperTexts);
  const t = useTexts(portalTexts);
  const f = useTexts(frameTexts);
  const itemName = useItemName();
  const act = useAct();
  const service = useLoad(`service-${props.serviceCode}`, () => readService(api, props.serviceCode));
  const [kind, setKind] = useState('');
  const [error, setError] = useState<string>();
  const [share, setShare] = useState<number>();
  const kinds = service.value ? noticePaperKinds(service.value) : [];
  const send = async (file: File): Promise<void> => {
    act.clear();
    const wrong =
      (!kind && p('whichFirst')) || (file.size > MAX_DOCUMENT_BYTES && t('tooLarge')) || undefined;
    setError(wrong);
    if (wrong) return;
    setShare(0);
    const onProgress = (sent: number): void => setShare(Math.round((sent / file.size) * 100));
    const uploadId = await act.run('send-paper', () =>
      sendUpload({ api, purpose: 'document', file, onProgress }),
    );
    setShare(undefined);
    if (!uploadId) return;
    setKind('');
    props.onPaper({ kind: kind as DocumentType, uploadId, name: file.name });
  };
  return (
    <>
      <Select
        id="paper-kind"
        label={p('which')}
        value={kind}
        nothing="—"
        error={error && !kind ? error : undefined}
        options={kinds.map((value) => ({ value, label: itemName(`documents.${value}`) }))}
        onValue={setKind}
      />
      <FileField
        id="paper-file"
        label={p('file')}
        accept={DOCUMENT_MIMES.join()}
        busy={act.busy}
        buttonWords={act.busy ? f('loading') : t('chooseFile')}
        error={
          (kind ? error : undefined) ??
          ((act.problem ?? service.problem)
            ? problemSentence((act.problem ?? service.problem)!, language)
            : undefined)
        }
        onFile={(file) => void send(file)}
      />
      {share !== undefined && (
        <ProgressBar label={p('sending', { percent: share })} done={share} total={100} />
      )}
    </>
  );
}
