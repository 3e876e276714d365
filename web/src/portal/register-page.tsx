import { Button } from '@permit/ui/button.tsx';
import { ErrorSummary, type FieldProblem } from '@permit/ui/error-summary.tsx';
import { Radios } from '@permit/ui/select.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { accountHelpTexts } from '@permit/ui/texts/account-help-texts.ts';
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
import { contactOf, faultsOf, KINDS, NOTHING_TYPED, type Registration } from './registration.ts';
import { nextPage } from './sign-in-page.tsx';

/** Opens an account and signs in with it. */
export function RegisterPage(): ReactElement {
  const { api, language, setWho } = useApp();
  const [, go] = useLocation();
  const search = useSearch();
  const t = useTexts(portalTexts);
  const f = useTexts(frameTexts);
  const p = useTexts(problemTexts);
  const h = useTexts(accountHelpTexts);
  const act = useAct();
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [wrong, setWrong] = useState<readonly (keyof Registration)[]>([]);
  const labels: Registration = {
    kind: t('whoAreYou'),
    displayName: t('yourName'),
    username: t('username'),
    password: t('password'),
    contact: h('contact'),
  };
  const messages: Partial<Registration> = { password: t('passwordHint'), contact: h('contactWrong') };
  const message = (field: keyof Registration): string => messages[field] ?? t('fillThisIn');
  const taken = act.problem?.code === 'conflict';
  const noAddress = act.problem?.fields.some(({ path }) => path === 'address') ?? false;
  const marked: readonly (keyof Registration)[] = noAddress ? ['contact'] : wrong;
  const errorOf = (field: keyof Registration): string | undefined =>
    marked.includes(field) ? message(field) : undefined;
  const problems: FieldProblem[] = marked.map((field) => ({
    fieldId: field,
    message: `${labels[field]}: ${message(field)}`,
  }));

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const faults = faultsOf(typed);
    setWrong(faults);
    if (faults.length > 0) return;
    const { username, password, displayName } = typed;
    const contact = contactOf(typed.contact);
    const kind = typed.kind as (typeof KINDS)[number];
    const who = await act.run('register', async (key) => {
      await api.call(
        'registerAccount',
        { username, password, kind, displayName, language, ...(contact ? { contact } : {}) },
        key,
      );
      return api.signIn({ username, password });
    });
    if (!who) return;
    setWho(who);
    // The code that went to the contact is typed on the account page.
    go(nextPage(search) ?? (contact ? '/account' : '/cases'));
  };

  const field = (name: 'displayName' | 'username' | 'password' | 'contact') => ({
    id: name,
    label: labels[name],
    value: typed[name],
    error: errorOf(name),
    onValue: (value: string) => setTyped({ ...typed, [name]: value }),
  });
  return (
    <Page title={f('register')} back="/sign-in">
      <ErrorSummary
        title={f('errorTitle')}
        problems={taken ? [{ fieldId: 'username', message: p('nameTaken') }] : problems}
      />
      {!taken && !noAddress && <ProblemNote problem={act.problem} />}
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
        <TextField {...field('contact')} autoComplete="email" hint={h('contactHint')} maxLength={200} />
        <div className="actions">
          <Button type="submit" look="primary" busy={act.busy}>
            {f('register')}
          </Button>
        </div>
      </form>
    </Page>
  );
}
