import { element } from '../check/element.ts';
import type { CardWords } from './card-view.ts';

/** The one step between opening the page and having the card. */
export function signInView(
  { t }: CardWords,
  form: {
    readonly problem: 'wrong' | 'unreachable' | undefined;
    readonly onSignIn: (given: { username: string; password: string }) => void;
  },
): HTMLElement {
  const view = element('form');
  view.append(element('p', {}, t('signInLead')));
  if (form.problem) view.append(element('p', { role: 'alert', class: 'answer answer-bad' }, t(form.problem)));
  const username = field('username', 'text', 'username');
  const password = field('password', 'password', 'current-password');
  view.append(
    element('label', { for: 'username' }, t('username')),
    username,
    element('label', { for: 'password' }, t('password')),
    password,
    element('button', { class: 'primary', type: 'submit' }, t('signIn')),
  );
  view.onsubmit = (event) => {
    event.preventDefault();
    form.onSignIn({ username: username.value, password: password.value });
  };
  return view;
}

function field(id: string, type: string, autocomplete: string): HTMLInputElement {
  return element('input', { id, type, autocomplete, autocapitalize: 'none', required: '' });
}
