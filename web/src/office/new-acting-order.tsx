import { DateField } from '@permit/ui/date-field.tsx';
import { FieldGroup } from '@permit/ui/field-frame.tsx';
import { Radios, Select } from '@permit/ui/select.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { officePeopleTexts } from '@permit/ui/texts/office-people-texts.ts';
import { Fragment, useState, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useDateWords } from '../app/use-date-words.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { bangkokMoment } from '../app/wall-clock.ts';
import { hasRole } from '../app/roles-of.ts';
import { FormSection } from '../people/form-section.tsx';
import { useTyped } from '../people/use-typed.ts';

const MOMENTS = ['fromDay', 'fromTime', 'untilDay', 'untilTime'] as const;
const ROLES = ['registrar', 'assistant-registrar'] as const;

/** The order as it stands on paper: number, office, who, from and until to the minute. */
export function NewActingOrder({ onEntered }: { readonly onEntered: () => void }): ReactElement {
  const { api, who, language } = useApp();
  const dateWords = useDateWords(false);
  const t = useTexts(officePeopleTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const { value, problem, reload } = useLoad('offices and staff', async () => ({
    ...(await api.call('listOffices', {})),
    ...(await api.call('listStaff', {})),
  }));
  const [role, setRole] = useState<(typeof ROLES)[number]>('registrar');
  const [persons, setPersons] = useState<readonly string[]>([]);
  /** A date keeps what was typed of it: a new key makes it empty again. */
  const [turn, setTurn] = useState(0);
  const { typed, set, complete, clear } = useTyped(['orderNo', 'officeId', ...MOMENTS]);
  // Nobody names themselves, and a head of office orders for their own office only.
  const officers = (value?.staff ?? []).filter(
    ({ accountId, disabled, roles }) =>
      !disabled && accountId !== who?.accountId && roles.some((held) => OFFICERS.has(held.role)),
  );
  const own = who?.roles.filter((held) => held.role === 'head-of-office').map(({ partyId }) => partyId) ?? [];
  const offices = (value?.offices ?? []).filter(
    ({ officeId }) => (who && hasRole(who, 'administrator')) || own.includes(officeId),
  );
  const validFrom = bangkokMoment(typed.fromDay, typed.fromTime);
  const validUntil = bangkokMoment(typed.untilDay, typed.untilTime);
  const enter = async (): Promise<void> => {
    const { orderNo, officeId } = typed;
    if (!validFrom || !validUntil) return;
    const entered = await act.run('enter order', (key) =>
      api.call(
        'createActingOrder',
        { orderNo, officeId, role, validFrom, validUntil, persons: [...persons] },
        key,
      ),
    );
    if (!entered) return;
    clear();
    setTurn(turn + 1);
    setPersons([]);
    onEntered();
  };
  return (
    <FormSection
      title={t('newOrder')}
      act={act}
      submit={t('newOrder')}
      ready={complete && validFrom !== undefined && validUntil !== undefined && persons.length > 0}
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
        options={offices.map(({ officeId, name }) => ({ value: officeId, label: name }))}
        onValue={set('officeId')}
      />
      <Radios
        id="role"
        label={t('role')}
        value={role}
        options={ROLES.map((one) => ({ value: one, label: t(`role_${one}`) }))}
        onValue={(chosen) => setRole(ROLES.find((one) => one === chosen) ?? 'registrar')}
      />
      {(['from', 'until'] as const).map((end) => (
        <Fragment key={`${end} ${language} ${turn}`}>
          <DateField
            id={end}
            label={t(end)}
            language={language}
            words={dateWords}
            value={typed[`${end}Day`]}
            onValue={set(`${end}Day`)}
          />
          <TextField
            id={`${end}-time`}
            label={t(`${end}Time`)}
            inputMode="numeric"
            maxLength={5}
            value={typed[`${end}Time`]}
            onValue={set(`${end}Time`)}
          />
        </Fragment>
      ))}
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
