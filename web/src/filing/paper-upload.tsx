import { DOCUMENT_MIMES, MAX_DOCUMENT_BYTES } from '@permit/domain/catalogue/document-type.ts';
import type { DocumentRule } from '@permit/domain/catalogue/service-definition.ts';
import { Radios } from '@permit/ui/select.tsx';
import { FileField } from '@permit/ui/file-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { problemSentence } from '../api/api-problem.ts';
import { useApp } from '../app/app-context.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import type { SaidDays } from './paper-days.tsx';
import type { Service } from './service.ts';
import { useItemName, usePaperName } from './use-item-name.ts';

/** What a poor line may lose at once; a larger paper goes in pieces, and goes on where the line broke. */
const PIECE_BYTES = 256 * 1024;

// Few demands are judged by their days: who has none of them does not load the field.
const PaperDays = lazy(() => import('./paper-days.tsx').then((file) => ({ default: file.PaperDays })));

/** Takes one paper of a demand; where several kinds answer it, asks which one this is. */
export function PaperUpload(props: {
  readonly applicationId: string;
  readonly rule: DocumentRule;
  readonly fields: Service['fields'];
  readonly onAdded: () => void;
}): ReactElement {
  const { api, language } = useApp();
  const { applicationId, rule, onAdded } = props;
  const t = useTexts(portalTexts);
  const f = useTexts(frameTexts);
  const itemName = useItemName();
  const paperName = usePaperName();
  const act = useAct();
  const [kind, setKind] = useState<string>(rule.anyOf[0]!);
  const [days, setDays] = useState<SaidDays>({});
  const [tooLarge, setTooLarge] = useState(false);
  const [sent, setSent] = useState<number>();
  const id = `paper-${rule.anyOf.join('-')}`;
  const sendWhole = async (file: File, key: string) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return api.call('attachDocument', { applicationId, kind, ...said(days), bytes }, key);
  };
  const sendInPieces = async (file: File, key: string) => {
    const onProgress = (bytes: number): void => setSent(Math.floor((100 * bytes) / file.size));
    // Most papers are small: who has none of the others does not load how they are sent.
    const { sendUpload } = await import('../bulk/send-upload.ts');
    const uploadId = await sendUpload({
      api,
      purpose: 'document',
      file,
      pieceBytes: PIECE_BYTES,
      onProgress,
    });
    return api.call('attachUpload', { applicationId, kind, ...said(days), uploadId }, key);
  };
  const add = async (file: File): Promise<void> => {
    act.clear();
    setTooLarge(file.size > MAX_DOCUMENT_BYTES);
    if (file.size > MAX_DOCUMENT_BYTES) return;
    const added = await act.run(`attach ${applicationId} ${kind} ${file.name} ${file.size}`, (key) =>
      file.size > PIECE_BYTES ? sendInPieces(file, key) : sendWhole(file, key),
    );
    setSent(undefined);
    if (added) onAdded();
  };
  const error = tooLarge ? t('tooLarge') : act.problem && problemSentence(act.problem, language);
  return (
    <>
      {rule.anyOf.length > 1 && (
        <Radios
          id={`${id}-kind`}
          label={t('oneOf')}
          value={kind}
          options={rule.anyOf.map((value) => ({ value, label: itemName(`documents.${value}`) }))}
          onValue={setKind}
        />
      )}
      {(rule.maxAgeDays ?? rule.runsOut) && (
        <Suspense fallback={null}>
          <PaperDays {...{ id, kind, rule, days }} fields={props.fields} onDays={setDays} />
        </Suspense>
      )}
      <FileField
        id={id}
        label={paperName(rule.anyOf)}
        accept={DOCUMENT_MIMES.filter((mime) => !rule.imageOnly || mime.startsWith('image/')).join()}
        busy={act.busy}
        buttonWords={
          act.busy ? [f('loading'), sent === undefined ? '' : `${sent} %`].join(' ').trim() : t('chooseFile')
        }
        error={error}
        onFile={(file) => void add(file)}
      />
    </>
  );
}

/** A day that is not whole is not said yet. */
const said = (days: SaidDays): SaidDays =>
  Object.fromEntries(Object.entries(days).filter(([, day]) => day.length === 10));
