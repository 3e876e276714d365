import { FieldGroup } from '@permit/ui/field-frame.tsx';
import { Radios, Select } from '@permit/ui/select.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { officePeopleTexts } from '@permit/ui/texts/office-people-texts.ts';
import { useState, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { FormSection } from '../people/form-section.tsx';
import { useTyped } from '../people/use-typed.ts';

const ROLES = ['registrar', 'assistant-registrar'] as const;
/** The server wants an instant; what is typed is the clock on the wall in Bangkok. */
const inBangkok = (local: string): string => `${local}:00+07:00`;

/** The order as it stands on paper: number, office, who, from and until to the minute. */
export function NewActingOrder({ onEntered }: { readonly onEntered: () => void }): ReactElement {
  const { api } = useApp();
  const t = useTexts(officePeopleTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const { value, problem, reload } = useLoad('offices and staff', async () => ({
    ...(await api.call('listOffices', {})),
    ...(await api.call('listStaff', {})),
  }));
  const [role, setRole] = useState<(typeof ROLES)[number]>('registrar');
  const [persons, setPersons] = useState<readonly string[]>([]);
  const { typed, set, complete, clear } = useTyped(['orderNo', 'officeId', 'from', 'until']);
  const officers = (value?.staff ?? []).filter(({ roles }) => roles.some((held) => OFFICERS.has(held.role)));
  const enter = async (): Promise<void> => {
    const { orderNo, officeId } = typed;
    const dates = { validFrom: inBangkok(typed.from), validUntil: inBangkok(typed.until) };
    const entered = await act.run('enter order', (key) =>
      api.call('createActingOrder', { orderNo, officeId, role, ...dates, persons: [...persons] }, key),
    );
    if (!entered) return;
    clear();
    setPersons([]);
    onEntered();
  };
  return (
    <FormSection
      title={t('newOrder')}
      act={act}
      submit={t('newOrder')}
      ready={complete && persons.length > 0}
      onSubmit={enter}
    >
      <ProblemNote problem={problem} onRetry={reload} />
      <TextField
        id="order-no"
        label={t('orderNo')}
        value={typed.orderNo}
        maxLength={100}
        onValue={set('orderNo')}
      />
      <Select
        id="office"
        label={t('office')}
        nothing={f('choose')}
        value={typed.officeId}
        options={(value?.offices ?? []).map(({ officeId, name }) => ({ value: officeId, label: name }))}
        onValue={set('officeId')}
      />
      <Radios
        id="role"
        label={t('role')}
        value={role}
        options={ROLES.map((one) => ({ value: one, label: t(`role_${one}`) }))}
        onValue={(chosen) => setRole(ROLES.find((one) => one === chosen) ?? 'registrar')}
      />
      <TextField id="from" type="datetime-local" label={t('from')} value={typed.from} onValue={set('from')} />
      <TextField
        id="until"
        type="datetime-local"
        label={t('until')}
        value={typed.until}
        onValue={set('until')}
      />
      <FieldGroup words={{ id: 'persons', label: t('persons') }}>
        <div className="choices">
          {officers.map(({ accountId, displayName }) => (
            <label className="choice" key={accountId}>
              <input
                type="checkbox"
                checked={persons.includes(accountId)}
                onChange={(event) =>
                  setPersons(
                    event.target.checked
                      ? [...persons, accountId]
                      : persons.filter((one) => one !== accountId),
                  )
                }
              />
              {displayName}
            </label>
          ))}
        </div>
      </FieldGroup>
    </FormSection>
  );
}

const OFFICERS = new Set(['registrar', 'assistant-registrar', 'head-of-office', 'inspector']);
