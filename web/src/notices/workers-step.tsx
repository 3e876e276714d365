import { DateField } from '@permit/ui/date-field.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { noticeTexts } from '@permit/ui/texts/notice-texts.ts';
import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { useDateWords } from '../app/use-date-words.ts';
import { useTexts } from '../app/use-texts.ts';
import { countryName } from '../filing/field-options.ts';
import { useItemName } from '../filing/use-item-name.ts';
import { parseWorkerList, type ParsedLine } from './parse-worker-list.ts';
import './notices.css';
import type { StepProps } from './step-props.ts';

/** A list pasted from a sheet, read at once; who speaks for themselves gives their own numbers. */
export function WorkersStep(props: StepProps): ReactElement {
  return props.role === 'worker' ? <OneSelf {...props} /> : <PastedList {...props} />;
}

function PastedList({ draft, onDraft, errorOf }: StepProps): ReactElement {
  const t = useTexts(noticeTexts);
  const lines = parseWorkerList(draft.list);
  return (
    <>
      <TextField
        id="list"
        label={t('list')}
        hint={t('pasteHow')}
        value={draft.list}
        long
        maxLength={100_000}
        error={errorOf('list') ?? errorOf('tooMany')}
        onValue={(list) => onDraft({ list })}
      />
      <p role="status">{t('readWorkers', { count: lines.length })}</p>
      {lines.length > 0 && <ReadLines lines={lines} />}
    </>
  );
}

/** What each line was read as; the first hundred, and every line that we are not sure of. */
export function ReadLines({ lines }: { readonly lines: readonly ParsedLine[] }): ReactElement {
  const { language } = useApp();
  const t = useTexts(noticeTexts);
  const shown = lines.filter(({ sure }, index) => !sure || index < 100);
  return (
    <ul className="worker-lines">
      {shown.map(({ line, text, worker, sure }) => (
        <li key={line}>
          <strong>
            {t('line')} {line}: {worker.firstLatin ?? worker.firstThai ?? '—'}
          </strong>
          {[
            worker.permitNo,
            worker.passportNo,
            worker.nationality && countryName(worker.nationality, language),
            worker.born,
          ]
            .filter(Boolean)
            .join(' · ')}
          {!sure && (
            <p className="notice notice-warn">
              {t('unsure')}: {text}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function OneSelf({ draft, onDraft, errorOf }: StepProps): ReactElement {
  const { language } = useApp();
  const nameOf = useItemName();
  const words = useDateWords(true);
  const change = (own: Partial<typeof draft.own>): void => onDraft({ own: { ...draft.own, ...own } });
  return (
    <>
      <TextField
        id="permitNo"
        label={nameOf('oldPermit.number')}
        value={draft.own.permitNo ?? ''}
        maxLength={30}
        autoComplete="off"
        error={errorOf('permitNo')}
        onValue={(permitNo) => change({ permitNo })}
      />
      <TextField
        id="passportNo"
        label={nameOf('travelDocument.number')}
        value={draft.own.passportNo ?? ''}
        maxLength={20}
        autoComplete="off"
        error={errorOf('passportNo')}
        onValue={(passportNo) => change({ passportNo })}
      />
      <DateField
        key={language}
        id="born"
        label={nameOf('worker.birth')}
        language={language}
        words={words}
        value={draft.own.born ?? ''}
        onValue={(born) => change(born ? { born } : { born: undefined })}
      />
    </>
  );
}
