import { Button } from '@permit/ui/button.tsx';
import { ErrorSummary, type FieldProblem } from '@permit/ui/error-summary.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { useState, type FormEvent, type ReactElement } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { isApplicant } from '../app/roles-of.ts';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';

/** Name, password and, for staff, the code of the second factor. */
export function SignInPage(): ReactElement {
  const { api, setWho } = useApp();
  const [, go] = useLocation();
  const search = useSearch();
  const t = useTexts(portalTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const [typed, setTyped] = useState({ username: '', password: '', code: '' });
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const wants = missing.map(({ fieldId }) => fieldId);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { username, password, code } = typed;
    const empty = (['username', 'password'] as const).filter((field) => typed[field].trim() === '');
    setMissing(empty.map((fieldId) => ({ fieldId, message: `${t(fieldId)}: ${t('fillThisIn')}` })));
    if (empty.length > 0) return;
    const digits = code.replace(/\s/g, '');
    const who = await act.run('sign-in', () =>
      api.signIn({ username, password, ...(digits ? { code: digits } : {}) }),
    );
    if (!who) return;
    setWho(who);
    go(nextPage(search) ?? (isApplicant(who) ? '/cases' : '/office'));
  };

  return (
    <Page title={f('signIn')} back="/">
      <ErrorSummary title={f('errorTitle')} problems={missing} />
      <ProblemNote problem={act.problem} />
      <form onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          id="username"
          label={t('username')}
          value={typed.username}
          autoComplete="username"
          error={wants.includes('username') ? t('fillThisIn') : undefined}
          onValue={(username) => setTyped({ ...typed, username })}
        />
        <TextField
          id="password"
          type="password"
          label={t('password')}
          value={typed.password}
          autoComplete="current-password"
          error={wants.includes('password') ? t('fillThisIn') : undefined}
          onValue={(password) => setTyped({ ...typed, password })}
        />
        <TextField
          id="code"
          label={t('code')}
          value={typed.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          onValue={(code) => setTyped({ ...typed, code })}
        />
        <div className="actions">
          <Button type="submit" look="primary" busy={act.busy}>
            {f('signIn')}
          </Button>
        </div>
      </form>
      <p>
        <Link href="/recover">{f('forgot')}</Link>
      </p>
      <p>
        {t('noAccount')} <Link href={`/register?${search}`}>{f('register')}</Link>
      </p>
    </Page>
  );
}

/** The page that asked for the sign-in; only one of ours. */
export function nextPage(search: string): string | undefined {
  const next = new URLSearchParams(search).get('next');
  return next && /^\/(?!\/)/.test(next) ? next : undefined;
}
