import { LANGUAGES, type Language } from '@permit/domain/texts/text.ts';
import { createApiClient, type Output } from '../api/api-client.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { element } from '../check/element.ts';
import '../check/check.css';
import { codeAge } from './code-age.ts';
import { cardView, chooseView, type CardWords } from './card-view.ts';
import { forgetCode, keepCode, readKeptCode, type PhoneCode } from './kept-code.ts';
import './phone-card.css';
import { signInView } from './sign-in-view.ts';
import { wordsOf } from './words.ts';

const LOOK_EVERY_MS = 30_000;
const CLOCK = 'card-clock';

type Permit = Output<'listPermits'>['permits'][number];
type Screen = 'loading' | 'sign-in' | 'choose' | 'card' | 'none' | 'ended';

/** The whole state of the page; drawn anew on each change. */
interface State {
  language: Language;
  screen: Screen;
  permits: readonly Permit[];
  code: PhoneCode | undefined;
  online: boolean;
  problem: 'wrong' | 'unreachable' | undefined;
  demo: boolean;
  clockOffsetMs: number;
}

const root = document.getElementById('root')!;
const state: State = {
  language: LANGUAGES.find((known) => known === localStorage.getItem('language')) ?? 'th',
  screen: 'loading',
  permits: [],
  code: undefined,
  online: navigator.onLine,
  problem: undefined,
  demo: false,
  clockOffsetMs: 0,
};
const api = createApiClient({
  fetch: (path, init) => fetch(path, init),
  lock: (work) => (navigator.locks ? navigator.locks.request('permit-refresh', work) : work()) as never,
  onSignedOut: () => show('sign-in'),
});
const now = (): number => Date.now() + state.clockOffsetMs;

function show(screen: Screen): void {
  state.screen = screen;
  draw();
}

/** What the account holds now: one permit is shown at once, several are chosen from. */
async function look(chosen?: Permit): Promise<void> {
  const { permits } = await api.call('listPermits', {});
  state.permits = permits;
  state.online = true;
  const permit =
    permits.find(({ permitId }) => permitId === (chosen ?? state.code)?.permitId) ?? only(permits);
  if (permit) return fetchCode(permit);
  await drop();
  show(permits.length > 0 ? 'choose' : 'none');
}

const only = (permits: readonly Permit[]): Permit | undefined =>
  permits.length === 1 ? permits[0] : undefined;

/** A new code where there is none, it is old, or the permit has changed since. */
async function fetchCode(permit: Permit, always = false): Promise<void> {
  const { code } = state;
  const isCurrent =
    code?.permitId === permit.permitId && code.revision === permit.revision && code.state === permit.state;
  if (!always && isCurrent && codeAge(code, now()).state === 'fresh') return show('card');
  const fresh = await api.call('getDigitalCard', { permitId: permit.permitId });
  state.code = { ...fresh, validTo: permit.validTo, revision: permit.revision };
  await keepCode(state.code).catch(() => undefined);
  show('card');
}

async function drop(): Promise<void> {
  state.code = undefined;
  await forgetCode();
}

/** Runs something that needs the service; without it the kept code stays on the screen, with its age. */
async function withService(work: () => Promise<void>): Promise<void> {
  state.problem = undefined;
  try {
    await work();
  } catch (error) {
    const code = error instanceof ApiProblem ? error.code : undefined;
    state.online = code !== 'unreachable';
    if (code === 'unreachable') return state.code ? show('card') : fail('unreachable');
    if (code === 'wrong-state') return drop().then(() => show('ended'));
    fail(code === 'wrong-credentials' ? 'wrong' : 'unreachable');
  }
}

function fail(problem: State['problem']): void {
  state.problem = problem;
  show(state.screen === 'loading' ? 'sign-in' : state.screen);
}

const words: CardWords = {
  t: (key, values) => wordsOf(state.language, key, values),
  language: () => state.language,
};

function draw(): void {
  document.documentElement.lang = state.language;
  document.title = words.t('title');
  const main = element('main', { class: 'phone-card' });
  main.append(element('h1', {}, words.t('title')), screenView());
  const footer = element('footer', { class: 'bar' });
  footer.append(element('a', { href: '/' }, words.t('home')));
  if (state.screen !== 'sign-in' && state.screen !== 'loading') footer.append(signOutButton());
  root.replaceChildren(headView(), main, footer);
}

function screenView(): HTMLElement {
  const { screen, code, permits, problem } = state;
  if (screen === 'card' && code)
    return cardView(words, { code, nowMs: now(), online: state.online, onRenew: renew });
  if (screen === 'choose')
    return chooseView(words, permits, (permit) => void withService(() => look(permit)));
  if (screen === 'sign-in') return signInView(words, { problem, onSignIn: (given) => void signIn(given) });
  const key = screen === 'ended' ? 'ended' : screen === 'none' ? 'none' : 'loading';
  return element('p', { role: 'status', class: 'answer answer-quiet' }, words.t(key));
}

const renew = (): void =>
  void withService(async () => {
    const held = state.permits.find(({ permitId }) => permitId === state.code?.permitId);
    await (held ? fetchCode(held, true) : look());
  });

async function signIn(given: { username: string; password: string }): Promise<void> {
  await withService(async () => {
    await api.signIn(given);
    await look();
  });
}

function signOutButton(): HTMLElement {
  const button = element('button', {}, words.t('signOut'));
  button.onclick = () => void Promise.all([api.signOut(), drop()]).then(() => show('sign-in'));
  return button;
}

const NAMES: Readonly<Record<Language, string>> = {
  th: 'ไทย',
  en: 'English',
  my: 'မြန်မာ',
  km: 'ខ្មែរ',
  lo: 'ລາວ',
  vi: 'Tiếng Việt',
};

function headView(): HTMLElement {
  const head = element('header');
  if (state.demo) head.append(element('p', { class: 'demo' }, words.t('demo')));
  const languages = element('div', { role: 'group', class: 'bar', 'aria-label': 'ภาษา / Language' });
  for (const language of LANGUAGES) {
    const pressed = String(language === state.language);
    const button = element('button', { lang: language, 'aria-pressed': pressed }, NAMES[language]);
    button.onclick = () => {
      state.language = language;
      localStorage.setItem('language', language);
      draw();
    };
    languages.append(button);
  }
  head.append(languages);
  return head;
}

/** The declared clock of a demonstration; a phone in the field goes by its own. */
async function askClock(): Promise<void> {
  const health = (await fetch('/api/health')
    .then((response) => response.json())
    .catch(() => undefined)) as { mode?: string; demoClock?: boolean; businessTime?: string } | undefined;
  if (health) {
    const offset = health.demoClock ? Date.parse(health.businessTime ?? '') - Date.now() || 0 : 0;
    localStorage.setItem(CLOCK, JSON.stringify({ offset, demo: health.mode !== 'production' }));
  }
  // Without a network the last that was told counts: a demonstration's codes live by its declared clock.
  const { offset, demo } = JSON.parse(localStorage.getItem(CLOCK) ?? '{"offset":0,"demo":false}') as {
    offset: number;
    demo: boolean;
  };
  state.clockOffsetMs = offset;
  state.demo = demo;
}

async function start(): Promise<void> {
  draw();
  await navigator.serviceWorker
    ?.register('/check-worker.js?page=/card', { scope: '/card' })
    .catch(() => undefined);
  await askClock();
  state.code = await readKeptCode();
  if (state.code && codeAge(state.code, now()).state === 'ended') await drop();
  if (state.code) show('card');
  await withService(async () =>
    (await api.resume()) ? look() : state.code ? show('card') : show('sign-in'),
  );
  const again = (): void => {
    if (document.visibilityState !== 'visible' || state.screen === 'sign-in' || state.screen === 'loading')
      return;
    void withService(() => look());
  };
  setInterval(again, LOOK_EVERY_MS);
  document.addEventListener('visibilitychange', again);
  addEventListener('online', again);
  addEventListener('offline', () => {
    state.online = false;
    draw();
  });
}

void start();
