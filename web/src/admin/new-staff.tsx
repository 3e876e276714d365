import { adminTexts } from '@permit/ui/texts/admin-texts.ts';
import { TextField } from '@permit/ui/text-field.tsx';
import { useState, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { FormSection } from '../people/form-section.tsx';
import { useTyped } from '../people/use-typed.ts';
import type { NewFactor } from './factor-secret.tsx';
import { isWhole, NO_ROLE, RoleFields, type Party } from './role-fields.tsx';

const SHORTEST_PASSWORD = 10;

/** An account for a new member of staff, with the first role. */
export function NewStaff(props: {
  readonly parties: readonly Party[];
  readonly onOpened: (factor?: NewFactor) => void;
}): ReactElement {
  const { parties, onOpened } = props;
  const { api } = useApp();
  const t = useTexts(adminTexts);
  const act = useAct();
  const [role, setRole] = useState(NO_ROLE);
  const { typed, set, complete, clear } = useTyped(['displayName', 'username', 'password', 'nationalId']);
  const open = async (): Promise<void> => {
    const opened = await act.run(`open ${typed.username}`, (key) =>
      api.call('createStaff', { ...typed, ...role }, key),
    );
    if (!opened) return;
    clear();
    setRole(NO_ROLE);
    onOpened(opened.secondFactorUri ? { name: typed.displayName, uri: opened.secondFactorUri } : undefined);
  };
  return (
    <FormSection
      title={t('newStaff')}
      folded
      act={act}
      submit={t('newStaff')}
      ready={complete && isWhole(role) && typed.password.length >= SHORTEST_PASSWORD}
      onSubmit={open}
    >
      <TextField
        id="staff-name"
        label={t('displayName')}
        value={typed.displayName}
        maxLength={200}
        onValue={set('displayName')}
      />
      <TextField
        id="staff-username"
        label={t('username')}
        value={typed.username}
        maxLength={120}
        autoComplete="off"
        autoCapitalize="none"
        onValue={set('username')}
      />
      <TextField
        id="staff-password"
        type="password"
        label={t('password')}
        value={typed.password}
        maxLength={200}
        autoComplete="new-password"
        onValue={set('password')}
      />
      <TextField
        id="staff-national-id"
        label={t('nationalId')}
        hint={t('nationalIdHint')}
        value={typed.nationalId}
        inputMode="numeric"
        maxLength={20}
        autoComplete="off"
        onValue={set('nationalId')}
      />
      <RoleFields id="staff" parties={parties} typed={role} onTyped={setRole} />
    </FormSection>
  );
}
