import { Button } from '@permit/ui/button.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { accountHelpTexts } from '@permit/ui/texts/account-help-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { peopleTexts } from '@permit/ui/texts/people-texts.ts';
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { FormSection } from './form-section.tsx';
import { useTyped } from './use-typed.ts';
import './account-operations.ts';

/** A lost password: a code by mail, SMS or from a counter, and a new one. */
export function RecoverPage(): ReactElement {
  const t = useTexts(peopleTexts);
  const [username, setUsername] = useState<string>();
  const [done, setDone] = useState(false);
  if (done) return <PasswordSet />;
  return (
    <Page title={t('recover')} back="/sign-in">
      {username === undefined ? (
        <NameForm onName={setUsername} />
      ) : (
        <NewPasswordForm
          username={username}
          onAgain={() => setUsername(undefined)}
          onDone={() => setDone(true)}
        />
      )}
    </Page>
  );
}

function PasswordSet(): ReactElement {
  const t = useTexts(peopleTexts);
  const h = useTexts(accountHelpTexts);
  const f = useTexts(frameTexts);
  return (
    <Page title={t('recover')}>
      <p className="notice" role="status">
        {h('passwordSet')}
      </p>
      <Link className="button button-primary" href="/sign-in">
        {f('signIn')}
      </Link>
    </Page>
  );
}

function NameForm({ onName }: { onName: (username: string) => void }): ReactElement {
  const { api } = useApp();
  const t = useTexts(peopleTexts);
  const act = useAct();
  const { typed, set, complete } = useTyped(['username']);
  const ask = async (): Promise<void> => {
    if (await act.run('start recovery', () => api.call('startRecovery', typed))) onName(typed.username);
  };
  return (
    <FormSection act={act} submit={t('sendCode')} ready={complete} onSubmit={ask}>
      <TextField
        id="username"
        label={t('username')}
        value={typed.username}
        autoComplete="username"
        onValue={set('username')}
      />
    </FormSection>
  );
}

function NewPasswordForm(props: {
  readonly username: string;
  readonly onAgain: () => void;
  readonly onDone: () => void;
}): ReactElement {
  const { username, onAgain, onDone } = props;
  const { api } = useApp();
  const h = useTexts(accountHelpTexts);
  const t = useTexts(peopleTexts);
  const act = useAct();
  const { typed, set } = useTyped(['code', 'newPassword']);
  const finish = async (): Promise<void> => {
    const input = { username, code: typed.code.replace(/\s/g, ''), newPassword: typed.newPassword };
    if (await act.run('finish recovery', () => api.call('finishRecovery', input))) onDone();
  };
  return (
    <>
      <FormSection
        act={act}
        submit={t('changePassword')}
        ready={/^\d{8}$/.test(typed.code.replace(/\s/g, '')) && typed.newPassword.length >= 10}
        onSubmit={finish}
      >
        <p className="notice">{t('recoverHint')}</p>
        <TextField
          id="code"
          label={t('code8')}
          value={typed.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          onValue={set('code')}
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
      <Button look="plain" onClick={onAgain}>
        {h('noCodeCame')}
      </Button>
    </>
  );
}
