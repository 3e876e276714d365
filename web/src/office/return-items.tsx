import { RETURN_REASONS } from '@permit/domain/catalogue/return-reasons.ts';
import { Select } from '@permit/ui/select.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { FieldGroup } from '@permit/ui/field-frame.tsx';
import { caseNotesTexts } from '@permit/ui/texts/case-notes-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { officeTexts } from '@permit/ui/texts/office-texts.ts';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../app/use-texts.ts';
import { fieldsOf, papersOf } from '../filing/service.ts';
import { useItemName, usePaperName } from '../filing/use-item-name.ts';
import type { TakenCase } from './taken-case.ts';

export interface ReturnedItem {
  readonly item: string;
  readonly reason: string;
  /** In the officer's own words, for the filer. */
  readonly note?: string;
}

interface Props {
  readonly taken: TakenCase;
  readonly returned: readonly ReturnedItem[];
  readonly error: string | undefined;
  readonly onReturned: (returned: readonly ReturnedItem[]) => void;
}

/** The papers and answers that go back, each with a reason. */
export function ReturnItems({ taken, returned, error, onReturned }: Props): ReactElement {
  const t = useTexts(officeTexts);
  const f = useTexts(frameTexts);
  const n = useTexts(caseNotesTexts);
  const itemName = useItemName();
  const paperName = usePaperName();
  const [reason, setReason] = useState('missing');
  const { service, detail } = taken;
  const items = [
    ...papersOf(service, detail.draft).map(({ key, rule }) => ({
      item: `documents.${key}`,
      name: paperName(rule.anyOf),
    })),
    ...fieldsOf(service, detail.draft).map(({ path }) => ({ item: path, name: itemName(path) })),
  ];
  const setNote = (item: string, note: string): void =>
    onReturned(returned.map((one) => (one.item === item ? { ...one, note } : one)));
  const toggle = (item: string, on: boolean): void =>
    onReturned(on ? [...returned, { item, reason }] : returned.filter((one) => one.item !== item));
  return (
    <>
      <Select
        id="return-reason"
        label={t('reason')}
        value={reason}
        nothing={f('choose')}
        options={RETURN_REASONS.map((value) => ({ value, label: itemName(value) }))}
        onValue={setReason}
      />
      <FieldGroup words={{ id: 'items', label: t('items'), error }}>
        <div className="choices" style={{ maxHeight: '40vh', overflowY: 'auto' }} tabIndex={0}>
          {items.map(({ item, name }) => (
            <div key={item}>
              <label className="choice">
                <input
                  type="checkbox"
                  checked={returned.some((one) => one.item === item)}
                  onChange={(event) => toggle(item, event.target.checked)}
                />
                {name}
              </label>
              {returned.some((one) => one.item === item) && (
                <TextField
                  id={`note-${item}`}
                  label={n('noteToItem', { item: name })}
                  value={returned.find((one) => one.item === item)?.note ?? ''}
                  maxLength={500}
                  onValue={(note) => setNote(item, note)}
                />
              )}
            </div>
          ))}
        </div>
      </FieldGroup>
    </>
  );
}
