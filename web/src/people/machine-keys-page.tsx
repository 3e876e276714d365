import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { FieldGroup } from '@permit/ui/field-frame.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { accountHelpTexts } from '@permit/ui/texts/account-help-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { peopleTexts } from '@permit/ui/texts/people-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Input } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { FormSection } from './form-section.tsx';
import { MachineKeyCard } from './machine-key-card.tsx';
import { useTyped } from './use-typed.ts';
import './account-operations.ts';

type Scopes = Input<'createMachineKey'>['scopes'];

/** What people choose between; the API takes single operations. */
const SCOPES: Readonly<Record<'read' | 'file', Scopes>> = {
  read: [
    'listServices',
    'getService',
    'listApplications',
    'getApplication',
    'listEvents',
    'getDocument',
    'listDossier',
    ...(['listBills', 'getBill', 'listBillGroups', 'getBillGroup'] as const),
    ...(['listBulkRuns', 'getBulkRun', 'listBulkRows', 'downloadBulkReport'] as const),
    ...(['listNotices', 'getNotice', 'getNoticeReceipt', 'listPermits', 'getPermit'] as const),
    ...(['listPapers', 'getPaper', 'requestBundle', 'getBundle', 'downloadBundle'] as const),
  ],
  file: [
    'createDraft',
    'updateDraft',
    'precheckDraft',
    'attachDocument',
    'attachUpload',
    'addDossierPaper',
    'submitApplication',
    'answerRequest',
    ...(['createUpload', 'appendUpload', 'getUpload', 'importWorkers', 'submitMany', 'answerMany'] as const),
    ...(['payBills', 'fileNotice', 'addNoticePapers', 'answerCorrection'] as const),
  ],
};

/** Keys of own software: made, changed and ended here; a secret is shown once. */
export function MachineKeysPage(): ReactElement {
  const { api } = useApp();
  const t = useTexts(peopleTexts);
  const f = useTexts(frameTexts);
  const [secret, setSecret] = useState<string>();
  const { value, problem, reload } = useLoad('machine keys', () => api.call('listMachineKeys', {}));
  return (
    <Page title={t('keys')} back="/account">
      <ProblemNote problem={problem} onRetry={reload} />
      {secret && <SecretOnce key={secret} secret={secret} />}
      {!value && !problem && <Skeleton label={f('loading')} />}
      {value?.keys.length === 0 && <EmptyState text={t('noKeys')} />}
      {value?.keys.map((key) => (
        <MachineKeyCard key={key.keyId} machineKey={key} onSecret={setSecret} onEnded={reload} />
      ))}
      <NewKey
        onMade={(made) => {
          setSecret(made);
          reload();
        }}
      />
    </Page>
  );
}

function SecretOnce({ secret }: { readonly secret: string }): ReactElement {
  const t = useTexts(peopleTexts);
  const h = useTexts(accountHelpTexts);
  const [copied, setCopied] = useState(false);
  const copy = (): void => void navigator.clipboard.writeText(secret).then(() => setCopied(true));
  return (
    <div className="notice" role="status">
      <p>
        <strong>{t('keyOnce')}</strong>
      </p>
      <code style={{ overflowWrap: 'anywhere' }}>{secret}</code>
      <div className="actions">
        <Button onClick={copy}>{h('copy')}</Button>
        <span>{copied && h('copied')}</span>
      </div>
    </div>
  );
}

function NewKey({ onMade }: { readonly onMade: (secret: string | undefined) => void }): ReactElement {
  const { api } = useApp();
  const t = useTexts(peopleTexts);
  const act = useAct();
  const [file, setFile] = useState(false);
  const { typed, set, complete, clear } = useTyped(['name']);
  const make = async (): Promise<void> => {
    const scopes = [...SCOPES.read, ...(file ? SCOPES.file : [])];
    const made = await act.run('make key', (key) => api.call('createMachineKey', { ...typed, scopes }, key));
    if (!made) return;
    clear();
    onMade(made.secret);
  };
  return (
    <FormSection title={t('newKey')} act={act} submit={t('newKey')} ready={complete} onSubmit={make}>
      <TextField id="name" label={t('keyName')} value={typed.name} maxLength={80} onValue={set('name')} />
      <FieldGroup words={{ id: 'scopes', label: t('acts') }}>
        <div className="choices">
          <label className="choice">
            <input type="checkbox" checked disabled />
            {t('scope_read')}
          </label>
          <label className="choice">
            <input type="checkbox" checked={file} onChange={(event) => setFile(event.target.checked)} />
            {t('scope_file')}
          </label>
        </div>
      </FieldGroup>
    </FormSection>
  );
}
