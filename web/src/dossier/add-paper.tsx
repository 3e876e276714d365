import { DOCUMENT_MIMES, MAX_DOCUMENT_BYTES } from '@permit/domain/catalogue/document-type.ts';
import type { AttorneyAct } from '@permit/domain/catalogue/parties.ts';
import { stampDutyDue } from '@permit/domain/delegations/stamp-duty.ts';
import { DOSSIER_KIND_NAMES, type DossierKindName } from '@permit/domain/dossier/dossier-kinds.ts';
import { DateField } from '@permit/ui/date-field.tsx';
import { FileField } from '@permit/ui/file-field.tsx';
import { Select } from '@permit/ui/select.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { dossierTexts } from '@permit/ui/texts/dossier-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { useState, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { hasRole } from '../app/roles-of.ts';
import { useAct } from '../app/use-act.ts';
import { useDateWords } from '../app/use-date-words.ts';
import { useTexts } from '../app/use-texts.ts';
import { useItemName } from '../filing/use-item-name.ts';
import { FormSection } from '../people/form-section.tsx';
import { useTyped } from '../people/use-typed.ts';
import { AttorneyFields } from './attorney-fields.tsx';
import { EntrustedEmployer } from './entrusted-employer.tsx';

/** A new paper: which kind, its file, and what a power of attorney says beside its picture. */
export function AddPaper({ onAdded }: { readonly onAdded: () => void }): ReactElement {
  const { api, language, who } = useApp();
  const t = useTexts(dossierTexts);
  const f = useTexts(frameTexts);
  const p = useTexts(portalTexts);
  const itemName = useItemName();
  const dateWords = useDateWords(false);
  const act = useAct();
  const { typed, set, clear } = useTyped([
    'kind',
    'label',
    'ownLastDay',
    'employer',
    'agent',
    'from',
    'until',
  ]);
  const [acts, setActs] = useState<readonly AttorneyAct[]>([]);
  const [file, setFile] = useState<File>();
  const [turn, setTurn] = useState(0);
  const isAgent = who ? hasRole(who, 'agent') && !hasRole(who, 'employer') : false;
  const isAttorney = typed.kind === 'power-of-attorney';
  const tooLarge = file !== undefined && file.size > MAX_DOCUMENT_BYTES;
  const add = async (): Promise<void> => {
    const bytes = new Uint8Array(await file!.arrayBuffer());
    const { kind, label, ownLastDay, employer, agent, from, until } = typed;
    const input = {
      kind: kind as DossierKindName,
      bytes,
      ...(label.trim() ? { label: label.trim() } : {}),
      ...(ownLastDay ? { ownLastDay } : {}),
      ...(isAgent ? { onBehalfOf: employer } : {}),
      ...(isAttorney
        ? {
            agentPartyId: agent.trim(),
            acts: acts.join(),
            from,
            until,
            stampDutySatang: stampDutyDue({ acts }),
          }
        : {}),
    };
    const done = await act.run(`dossier ${kind} ${file!.name} ${file!.size}`, (key) =>
      api.call('addDossierPaper', input, key),
    );
    if (!done) return;
    clear();
    setActs([]);
    setFile(undefined);
    setTurn(turn + 1);
    onAdded();
  };
  const attorneyReady =
    !isAttorney || (typed.agent !== '' && acts.length > 0 && typed.from !== '' && typed.until !== '');
  const ready =
    typed.kind !== '' &&
    file !== undefined &&
    !tooLarge &&
    attorneyReady &&
    (!isAgent || typed.employer !== '');
  return (
    <FormSection
      title={t('add')}
      act={act}
      submit={t('add')}
      ready={ready}
      done={turn > 0 ? t('added') : undefined}
      onSubmit={add}
    >
      {isAgent && <EntrustedEmployer partyId={typed.employer} onParty={set('employer')} />}
      <Select
        id="kind"
        label={t('kind')}
        nothing={t('choose')}
        options={DOSSIER_KIND_NAMES.map((value) => ({ value, label: itemName(`documents.${value}`) }))}
        value={typed.kind}
        onValue={set('kind')}
      />
      {isAttorney && <AttorneyFields typed={typed} set={set} acts={acts} onActs={setActs} turn={turn} />}
      {!isAttorney && (
        <>
          <TextField
            id="label"
            label={t('label')}
            value={typed.label}
            maxLength={120}
            onValue={set('label')}
          />
          <DateField
            key={`own ${language} ${turn}`}
            id="own-last-day"
            label={t('ownLastDay')}
            language={language}
            words={dateWords}
            value={typed.ownLastDay}
            onValue={set('ownLastDay')}
          />
        </>
      )}
      <FileField
        id="dossier-file"
        label={t('file')}
        accept={DOCUMENT_MIMES.join()}
        busy={act.busy}
        buttonWords={act.busy ? f('loading') : p('chooseFile')}
        error={tooLarge ? p('tooLarge') : undefined}
        onFile={setFile}
      />
      {file && <p role="status">{t('chosen', { name: file.name })}</p>}
    </FormSection>
  );
}
