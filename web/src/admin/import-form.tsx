import { FileField } from '@permit/ui/file-field.tsx';
import { ProgressBar } from '@permit/ui/progress-bar.tsx';
import { Radios } from '@permit/ui/select.tsx';
import { oldRegisterTexts } from '@permit/ui/texts/old-register-texts.ts';
import { TextField } from '@permit/ui/text-field.tsx';
import { useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { useApp } from '../app/app-context.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { sendUpload } from '../bulk/send-upload.ts';
import { FormSection } from '../people/form-section.tsx';

const ENCODINGS = ['utf-8', 'windows-874'] as const;
const SHORTEST_SOURCE = 3;

/** The file and what it is; sent piece by piece, and on from where it broke. */
export function ImportForm(): ReactElement {
  const { api } = useApp();
  const t = useTexts(oldRegisterTexts);
  const act = useAct();
  const [, go] = useLocation();
  const [source, setSource] = useState('');
  const [encoding, setEncoding] = useState<(typeof ENCODINGS)[number]>('utf-8');
  const [file, setFile] = useState<File>();
  const [sent, setSent] = useState<number>();
  const start = async (): Promise<void> => {
    if (!file) return;
    const begun = await act.run(`import register ${file.name} ${file.lastModified}`, async (key) => {
      const uploadId = await sendUpload({ api, purpose: 'old-permits', file, onProgress: setSent });
      return api.call('importPermits', { uploadId, source: source.trim(), encoding }, key);
    });
    setSent(undefined);
    if (begun) go(`/office/registers/${begun.importId}`);
  };
  return (
    <FormSection
      title={t('start')}
      folded
      act={act}
      submit={t('start')}
      ready={source.trim().length >= SHORTEST_SOURCE && file !== undefined}
      onSubmit={start}
    >
      <TextField
        id="register-source"
        label={t('source')}
        hint={t('sourceHint')}
        value={source}
        maxLength={200}
        onValue={setSource}
      />
      <Radios
        id="register-encoding"
        label={t('encoding')}
        value={encoding}
        options={ENCODINGS.map((one) => ({ value: one, label: t(`encoding_${one}`) }))}
        onValue={(chosen) => setEncoding(ENCODINGS.find((one) => one === chosen) ?? 'utf-8')}
      />
      <FileField
        id="register-file"
        label={t('file')}
        hint={t('fileHint')}
        accept=".csv,text/csv,text/plain"
        buttonWords={file ? t('other') : t('choose')}
        busy={act.busy}
        onFile={setFile}
      />
      {file && (
        <p role="status">
          {file.name} · {(file.size / 1_000_000).toFixed(1)} MB
        </p>
      )}
      {sent !== undefined && file && (
        <ProgressBar
          label={t('sending', { percent: Math.floor((sent / file.size) * 100) })}
          done={sent}
          total={file.size}
        />
      )}
      {act.problem?.code === 'unreachable' && <p className="notice notice-warn">{t('brokenLine')}</p>}
    </FormSection>
  );
}
