import { TextField } from '@permit/ui/text-field.tsx';
import { peopleTexts } from '@permit/ui/texts/people-texts.ts';
import { useState, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { FormSection } from './form-section.tsx';
import { useTyped } from './use-typed.ts';

/** A new password by the old one. */
export function PasswordSection(): ReactElement {
  const { api } = useApp();
  const t = useTexts(peopleTexts);
  const act = useAct();
  const [done, setDone] = useState(false);
  const { typed, set, clear } = useTyped(['password', 'newPassword']);
  const change = async (): Promise<void> => {
    setDone(false);
    if (!(await act.run('change password', () => api.call('changePassword', typed)))) return;
    clear();
    setDone(true);
  };
  return (
    <FormSection
      title={t('changePassword')}
      folded
      act={act}
      submit={t('changePassword')}
      ready={typed.password !== '' && typed.newPassword.length >= 10}
      done={done ? t('done') : undefined}
      onSubmit={change}
    >
      <TextField
        id="old-password"
        type="password"
        label={t('password')}
        value={typed.password}
        autoComplete="current-password"
        onValue={set('password')}
      />
      <TextField
        id="new-password"
        type="password"
        label={t('newPassword')}
        value={typed.newPassword}
        autoComplete="new-password"
        onValue={set('newPassword')}
      />
    </FormSection>
  );
}
