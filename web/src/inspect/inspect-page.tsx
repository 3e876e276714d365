import { Select } from '@permit/ui/select.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { inspectTexts } from '@permit/ui/texts/inspect-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { INSPECTION_REASONS, type InspectionReason } from '@permit/domain/cards/inspection-reasons.ts';
import { useState, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { CodeField } from '../scan/code-field.tsx';
import { InspectedCard } from './inspected-card.tsx';
import { InspectedList } from './inspected-list.tsx';
import { putRow, type Inspected } from './inspected-rows.ts';
import { LookUpByNumber } from './look-up-by-number.tsx';
import { LookUpProof } from './look-up-proof.tsx';

/** The inspector at a workplace: one person after the other, each look with its reason. */
export function InspectPage(): ReactElement {
  const { api } = useApp();
  const t = useTexts(inspectTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const [reason, setReason] = useState<InspectionReason>('workplace-inspection');
  const [many, setMany] = useState(false);
  const [site, setSite] = useState('');
  const [seen, setSeen] = useState<Inspected>();
  const [rows, setRows] = useState<readonly Inspected[]>([]);
  const inspect = async (qr: string): Promise<void> => {
    setSeen(undefined);
    const found = await act.run(`inspect ${qr}`, () => api.call('inspectPermit', { qr, reason }));
    if (!found) return;
    setSeen(found);
    // The list keeps words only: a face is looked at and gone.
    if (many) setRows((before) => putRow(before, found));
  };
  return (
    <Page title={t('title')}>
      <p>{t('recorded')}</p>
      <Select
        id="inspect-reason"
        label={t('reason')}
        nothing={f('choose')}
        value={reason}
        options={INSPECTION_REASONS.map((one) => ({ value: one, label: t(one) }))}
        onValue={(chosen) => setReason(INSPECTION_REASONS.find((one) => one === chosen) ?? reason)}
      />
      <label className="choice">
        <input type="checkbox" checked={many} onChange={(event) => setMany(event.target.checked)} />
        {t('many')}
      </label>
      {many && <TextField id="site" label={t('site')} value={site} maxLength={200} onValue={setSite} />}
      <CodeField busy={act.busy} many={many} onCode={(qr) => void inspect(qr)} />
      <ProblemNote problem={act.problem} />
      <div aria-live="polite">
        {seen && <InspectedCard key={seen.permitNo} seen={seen} site={many ? site : ''} />}
      </div>
      {many && <InspectedList rows={rows} site={site} onClear={() => setRows([])} />}
      <LookUpByNumber />
      <LookUpProof />
    </Page>
  );
}
