import { documentNames } from '@permit/domain/texts/document-names.ts';
import { say } from '@permit/domain/texts/text.ts';
import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { ErrorSummary } from '@permit/ui/error-summary.tsx';
import { FileField } from '@permit/ui/file-field.tsx';
import { ProgressBar, Skeleton } from '@permit/ui/progress-bar.tsx';
import { Select } from '@permit/ui/select.tsx';
import { bulkTexts } from '@permit/ui/texts/bulk-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { submitManyTexts } from '@permit/ui/texts/submit-many-texts.ts';
import { TextField } from '@permit/ui/text-field.tsx';
import { useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { allCases, CaseChoices } from './case-choices.tsx';
import { sendUpload } from './send-upload.ts';

const KINDS = Object.keys(documentNames.texts) as (keyof typeof documentNames.texts)[];

/** Cases that were sent back for the same reason, answered together: one paper for all of them, and a note. */
export function AnswerManyPage(): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(submitManyTexts);
  const b = useTexts(bulkTexts);
  const f = useTexts(frameTexts);
  const [, go] = useLocation();
  const act = useAct();
  const { value: cases, problem, reload } = useLoad('all returns', () => allCases(api, 'needs-documents'));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [kind, setKind] = useState('');
  const [file, setFile] = useState<File>();
  const [note, setNote] = useState('');
  const [sent, setSent] = useState<number>();
  const [asked, setAsked] = useState(false);
  const chosen = (cases ?? []).filter(({ applicationId }) => !left.has(applicationId));
  const missing = [
    ...(chosen.length > 0 ? [] : [{ fieldId: 'returns', message: t('chooseOne') }]),
    ...(file && kind === '' ? [{ fieldId: 'paper-kind', message: t('sayKind') }] : []),
    ...(file || note.trim() ? [] : [{ fieldId: 'paper', message: t('paperOrNote') }]),
  ];
  const answer = async (): Promise<void> => {
    setAsked(true);
    if (missing.length > 0) return;
    const applicationIds = chosen.map(({ applicationId }) => applicationId);
    const begun = await act.run(`answer many ${applicationIds.join(' ')}`, async (key) => {
      const uploadId = file && (await sendUpload({ api, purpose: 'document', file, onProgress: setSent }));
      const paper = uploadId ? { paper: { uploadId, kind } } : {};
      const words = note.trim() ? { note: note.trim() } : {};
      return api.call('answerMany', { applicationIds, fields: {}, ...words, ...paper }, key);
    });
    setSent(undefined);
    if (begun) go(`/bulk/${begun.runId}`);
  };
  return (
    <Page title={t('answerReturns')} back="/cases">
      <p>{t('answerLead')}</p>
      <ErrorSummary title={f('errorTitle')} problems={asked ? missing : []} />
      <ProblemNote problem={problem ?? act.problem} onRetry={reload} />
      {!cases && !problem && <Skeleton label={f('loading')} />}
      {cases?.length === 0 && <EmptyState text={t('noReturns')} />}
      {cases && cases.length > 0 && (
        <>
          <CaseChoices id="returns" label={t('chooseReturns')} cases={cases} left={left} onLeft={setLeft} />
          <Select
            id="paper-kind"
            label={t('paperKind')}
            nothing={f('choose')}
            value={kind}
            options={KINDS.map((one) => ({ value: one, label: say(documentNames.texts[one], language) }))}
            onValue={setKind}
          />
          <FileField
            id="paper"
            label={t('paper')}
            hint={t('paperHint')}
            accept="image/jpeg,image/png,application/pdf"
            buttonWords={file ? b('otherFile') : b('chooseFile')}
            busy={act.busy}
            onFile={setFile}
          />
          {file && <p role="status">{file.name}</p>}
          {sent !== undefined && file && (
            <ProgressBar
              label={b('sending', { percent: Math.floor((sent / file.size) * 100) })}
              done={sent}
              total={file.size}
            />
          )}
          <TextField id="note" label={t('note')} long value={note} maxLength={500} onValue={setNote} />
          <div className="actions">
            <Button look="primary" busy={act.busy} onClick={() => void answer()}>
              {t('answer', { count: chosen.length })}
            </Button>
          </div>
        </>
      )}
    </Page>
  );
}
