import { Button } from '@permit/ui/button.tsx';
import { ErrorSummary, type FieldProblem } from '@permit/ui/error-summary.tsx';
import { Radios } from '@permit/ui/select.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { problemTexts } from '@permit/ui/texts/problem-texts.ts';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { nextPage } from './sign-in-page.tsx';

const KINDS = ['worker', 'employer', 'agent'] as const;
type Typed = Record<'kind' | 'displayName' | 'username' | 'password', string>;

/** Opens an account and signs in with it. */
export function RegisterPage(): ReactElement {
  const { api, language, setWho } = useApp();
  const [, go] = useLocation();
  const search = useSearch();
  const t = useTexts(portalTexts);
  const f = useTexts(frameTexts);
  const p = useTexts(problemTexts);
  const act = useAct();
  const [typed, setTyped] = useState<Typed>({ kind: '', displayName: '', username: '', password: '' });
  const [wrong, setWrong] = useState<readonly (keyof Typed)[]>([]);
  const message = (field: keyof Typed): string =>
    field === 'password' ? t('passwordHint') : t('fillThisIn');
  const errorOf = (field: keyof Typed): string | undefined =>
    wrong.includes(field) ? message(field) : undefined;
  const labels = {
    kind: 'whoAreYou',
    displayName: 'yourName',
    username: 'username',
    password: 'password',
  } as const;
  const problems: FieldProblem[] = wrong.map((field) => ({
    fieldId: field,
    message: `${t(labels[field])}: ${message(field)}`,
  }));

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const faults = faultsOf(typed);
    setWrong(faults);
    if (faults.length > 0) return;
    const { username, password, displayName } = typed;
    const kind = typed.kind as (typeof KINDS)[number];
    const who = await act.run('register', async (key) => {
      await api.call('registerAccount', { username, password, kind, displayName, language }, key);
      return api.signIn({ username, password });
    });
    if (!who) return;
    setWho(who);
    go(nextPage(search) ?? '/cases');
  };

  const field = (name: 'displayName' | 'username' | 'password') => ({
    id: name,
    label: t(labels[name]),
    value: typed[name],
    error: errorOf(name),
    onValue: (value: string) => setTyped({ ...typed, [name]: value }),
  });
  const taken = act.problem?.code === 'conflict';
  return (
    <Page title={f('register')} back="/sign-in">
      <ErrorSummary
        title={f('errorTitle')}
        problems={taken ? [{ fieldId: 'username', message: p('nameTaken') }] : problems}
      />
      {!taken && <ProblemNote problem={act.problem} />}
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Radios
          id="kind"
          label={t('whoAreYou')}
          value={typed.kind}
          error={errorOf('kind')}
          options={KINDS.map((value) => ({ value, label: t(value) }))}
          onValue={(kind) => setTyped({ ...typed, kind })}
        />
        <TextField {...field('displayName')} autoComplete="name" maxLength={200} />
        <TextField {...field('username')} autoComplete="username" maxLength={120} />
        <TextField
          {...field('password')}
          type="password"
          autoComplete="new-password"
          hint={t('passwordHint')}
        />
        <div className="actions">
          <Button type="submit" look="primary" busy={act.busy}>
            {f('register')}
          </Button>
        </div>
      </form>
    </Page>
  );
}

/** What the server would refuse anyway, told at the field. */
function faultsOf({ kind, displayName, username, password }: Typed): (keyof Typed)[] {
  const faults: (keyof Typed)[] = [];
  if (kind === '') faults.push('kind');
  if (displayName.trim() === '') faults.push('displayName');
  if (username.trim().length < 3) faults.push('username');
  if (password.length < 10) faults.push('password');
  return faults;
}
