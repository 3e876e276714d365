import { EMPLOYER_KINDS, type EmployerKind } from '@permit/domain/catalogue/parties.ts';
import { Button } from '@permit/ui/button.tsx';
import { ErrorSummary } from '@permit/ui/error-summary.tsx';
import { FileField } from '@permit/ui/file-field.tsx';
import { ProgressBar } from '@permit/ui/progress-bar.tsx';
import { Select } from '@permit/ui/select.tsx';
import { bulkTexts } from '@permit/ui/texts/bulk-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { TextField } from '@permit/ui/text-field.tsx';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { applicantRole, hasRole } from '../app/roles-of.ts';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { OnBehalfOf } from '../filing/on-behalf-of.tsx';
import { useItemName } from '../filing/use-item-name.ts';
import { saveFile } from '../money/save-file.ts';
import { sendUpload } from './send-upload.ts';
import { templateSheet } from './template.ts';

/** A sheet of workers, their papers in a ZIP, and off they go; what is wrong is told row by row afterwards. */
export function ImportPage({ chosen }: { readonly chosen: string | undefined }): ReactElement {
  const { api, language, online, who } = useApp();
  const t = useTexts(bulkTexts);
  const f = useTexts(frameTexts);
  const itemName = useItemName();
  const [, go] = useLocation();
  const act = useAct();
  const services = useLoad(`services-${language}`, () => api.call('listServices', { language }));
  const [service, setService] = useState(chosen ?? '');
  const [employer, setEmployer] = useState('');
  const [kind, setKind] = useState('');
  const [behalf, setBehalf] = useState('');
  const [sheet, setSheet] = useState<File>();
  const [papers, setPapers] = useState<File>();
  const [asked, setAsked] = useState(false);
  const [sent, setSent] = useState<number>();
  const total = (sheet?.size ?? 0) + (papers?.size ?? 0);
  const notGiven = (field: string) => `${itemName(field)}: ${f('notGiven')}`;
  const missing = [
    ...(service ? [] : [{ fieldId: 'service', message: t('chooseService') }]),
    ...(kind ? [] : [{ fieldId: 'employer-kind', message: notGiven('employer.kind') }]),
    ...(employer.trim() ? [] : [{ fieldId: 'employer', message: notGiven('employer.nameThai') }]),
    ...(sheet ? [] : [{ fieldId: 'sheet', message: t('chooseSheet') }]),
  ];
  const errorOf = (field: string) =>
    asked ? missing.find(({ fieldId }) => fieldId === field)?.message : undefined;

  const start = async (): Promise<string | undefined> => {
    const send = (purpose: 'workers-sheet' | 'workers-files', file: File, before: number) =>
      sendUpload({ api, purpose, file, onProgress: (bytes) => setSent(before + bytes) });
    const begun = await act.run(`import ${sheet?.name} ${sheet?.lastModified}`, async (key) => {
      const sheetUploadId = await send('workers-sheet', sheet!, 0);
      const filesUploadId = papers && (await send('workers-files', papers, sheet!.size));
      const filerKind = who ? applicantRole(who) : undefined;
      const common = {
        language,
        channel: 'online' as const,
        ...(filerKind ? { filerKind } : {}),
        employer: { kind: kind as EmployerKind, nameThai: employer.trim() },
      };
      const files = filesUploadId ? { filesUploadId } : {};
      const onBehalfOf = behalf ? { onBehalfOf: behalf } : {};
      const ask = { serviceCode: service, sheetUploadId, ...files, common, ...onBehalfOf };
      return api.call('importWorkers', ask, key);
    });
    setSent(undefined);
    return begun?.runId;
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (missing.length > 0 || act.busy) return;
    const runId = await start();
    if (runId) go(`/bulk/${runId}`);
  };
  return (
    <Page title={t('newImport')} back="/bulk">
      <ErrorSummary title={f('errorTitle')} problems={asked ? missing : []} />
      <ProblemNote problem={services.problem ?? act.problem} onRetry={services.reload} />
      {!online && <p className="notice notice-warn">{t('offlineKeeps')}</p>}
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Select
          id="service"
          label={t('service')}
          nothing={f('choose')}
          value={service}
          onValue={setService}
          error={errorOf('service')}
          options={(services.value?.services ?? [])
            .filter(({ offered }) => offered)
            .map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
        />
        {who && hasRole(who, 'agent') && <OnBehalfOf partyId={behalf} onParty={setBehalf} />}
        <Select
          id="employer-kind"
          label={itemName('employer.kind')}
          hint={t('employerHint')}
          nothing={f('choose')}
          value={kind}
          onValue={setKind}
          error={errorOf('employer-kind')}
          options={EMPLOYER_KINDS.map((value) => ({ value, label: itemName(value) }))}
        />
        <TextField
          id="employer"
          label={itemName('employer.nameThai')}
          hint={t('employerHint')}
          value={employer}
          onValue={setEmployer}
          error={errorOf('employer')}
          maxLength={200}
        />
        <FileField
          id="sheet"
          label={t('theSheet')}
          hint={`${t('sheetHint')} ${t('sheetLimits')}`}
          accept=".csv,text/csv,text/plain"
          buttonWords={sheet ? t('otherFile') : t('chooseFile')}
          busy={act.busy}
          error={errorOf('sheet')}
          onFile={setSheet}
        />
        {sheet && <p role="status">{chosenWords(sheet)}</p>}
        <div className="actions">
          <Button look="plain" onClick={() => saveFile('workers.csv', templateSheet(language))}>
            {t('template')}
          </Button>
        </div>
        <FileField
          id="papers"
          label={t('thePapers')}
          hint={`${t('papersHint')} ${t('papersLimits')}`}
          accept=".zip,application/zip"
          buttonWords={papers ? t('otherFile') : t('chooseFile')}
          busy={act.busy}
          onFile={setPapers}
        />
        {papers && <p role="status">{chosenWords(papers)}</p>}
        {sent !== undefined && (
          <ProgressBar label={t('sending', { percent: percentOf(sent, total) })} done={sent} total={total} />
        )}
        <div className="actions">
          <Button type="submit" look="primary" busy={act.busy}>
            {t('start')}
          </Button>
        </div>
        <p className="quiet">{t('draftsFirst')}</p>
      </form>
    </Page>
  );
}

const percentOf = (done: number, total: number): number =>
  total === 0 ? 0 : Math.floor((done / total) * 100);

const chosenWords = ({ name, size }: File): string =>
  `${name} · ${size < 1_000_000 ? `${Math.ceil(size / 1000)} kB` : `${(size / 1_000_000).toFixed(1)} MB`}`;
