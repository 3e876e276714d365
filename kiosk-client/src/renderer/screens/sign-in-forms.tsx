import { type FormEvent, useState } from 'react';
import { useStation } from '../station-state.tsx';
import { useClerkText } from './clerk-language.tsx';

interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly code?: string;
}

export function SignInForm() {
  const { ask, busy } = useStation();
  const text = useClerkText();
  return (
    <CredentialsForm
      title={text('signInTitle')}
      button={text('signIn')}
      busy={busy === 'signIn'}
      onSubmit={(credentials) => void ask('signIn', credentials)}
    />
  );
}

export function EnrolForm() {
  const { ask, busy } = useStation();
  const text = useClerkText();
  const [name, setName] = useState('');
  return (
    <CredentialsForm
      title={text('enrolTitle')}
      button={text('enrol')}
      busy={busy === 'enrolStation'}
      onSubmit={(by) => void ask('enrolStation', { name, by })}
    >
      <p>{text('enrolHint')}</p>
      <label>
        {text('stationName')}
        <input required maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
    </CredentialsForm>
  );
}

interface FormProps {
  readonly title: string;
  readonly button: string;
  readonly busy: boolean;
  readonly onSubmit: (credentials: Credentials) => void;
  readonly children?: React.ReactNode;
}

function CredentialsForm({ title, button, busy, onSubmit, children }: FormProps) {
  const text = useClerkText();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [username, password, code] = ['username', 'password', 'code'].map((name) =>
      String(form.get(name) ?? ''),
    );
    onSubmit(
      code
        ? { username: username!, password: password!, code }
        : { username: username!, password: password! },
    );
  };
  return (
    <form className="card form" onSubmit={submit}>
      <h1>{title}</h1>
      {children}
      <label>
        {text('username')}
        <input name="username" required minLength={3} autoComplete="off" autoCapitalize="none" autoFocus />
      </label>
      <label>
        {text('password')}
        <input name="password" type="password" required autoComplete="off" />
      </label>
      <label>
        {text('code')}
        <input name="code" inputMode="numeric" pattern="[0-9]{6}" autoComplete="off" />
      </label>
      <button className="primary" disabled={busy}>
        {button}
      </button>
    </form>
  );
}
