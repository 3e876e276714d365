import { verifyPermitQr, type VerifierAnswer } from '@permit/domain/cards/verify-permit-qr.ts';
import { fill } from '@permit/domain/texts/text.ts';
import { CHECK_LANGUAGES, checkTexts, type CheckLanguage } from '@permit/ui/texts/check-texts.ts';
import { ageWords, answerView } from './answer-view.ts';
import './check.css';
import { element } from './element.ts';
import { listView } from './list-view.ts';
import { readLists, refreshLists, type KeptLists } from './kept-lists.ts';
import { paperIn, paperView } from './paper-view.ts';
import { isReceipt, readReceipt, receiptView, type ReadReceipt } from './receipt-view.ts';
import { browserQrReader, readPicture, scanCamera } from './qr-scanner.ts';
import { ScanList } from './scan-list.ts';
import { webInflate, webVerifySignature } from './web-crypto-ports.ts';

const NAMES: Readonly<Record<CheckLanguage, string>> = { th: 'ไทย', en: 'English', my: 'မြန်မာ' };
const REFRESH_EVERY_MS = 5 * 60_000;

/** The whole state of the page; drawn anew on each change. */
interface State {
  language: CheckLanguage;
  lists: KeptLists;
  answer: VerifierAnswer | undefined;
  /** What was scanned last was a receipt. */
  receipt: ReadReceipt | undefined;
  typed: string;
  problem: 'noCode' | 'noCamera' | 'keysNone' | undefined;
  /** Many are checked one after the other and stand in a list. */
  many: boolean;
}

const root = document.getElementById('root')!;
const reader = browserQrReader();
let stopCamera: (() => void) | undefined;
const state: State = {
  language: CHECK_LANGUAGES.find((known) => known === localStorage.getItem('language')) ?? 'th',
  lists: { trustList: undefined, statusList: undefined, clockOffsetMs: 0, demo: false, reached: false },
  answer: undefined,
  receipt: undefined,
  typed: '',
  problem: undefined,
  many: new URLSearchParams(location.search).has('many'),
};
const list = new ScanList();

const now = (): number => Math.floor((Date.now() + state.lists.clockOffsetMs) / 1000);
const t = (key: keyof typeof checkTexts): string => checkTexts[key][state.language];

async function check(text: string): Promise<void> {
  forget();
  // While one code is being read nobody may take the answer of the one before for its own.
  for (const old of root.querySelectorAll('.answer')) old.remove();
  for (const code of state.many ? text.split(/[\r\n]+/) : [text])
    if (code.trim()) await checkOne(code.trim());
  draw();
  root.querySelector<HTMLElement>('.answer')?.focus();
}

function forget(): void {
  state.problem = undefined;
  state.answer = undefined;
  state.receipt = undefined;
}

/** A code that was pasted comes with the blanks around it; the caller has taken them off. */
async function checkOne(text: string): Promise<void> {
  const { trustList, statusList } = state.lists;
  if (!trustList) {
    state.problem = 'keysNone';
    return;
  }
  if (isReceipt(text)) {
    if (trustList.receiptKeys) state.receipt = await readReceipt(text, trustList);
    else state.problem = 'keysNone';
    return;
  }
  const ports = { now: now(), trustList, inflate: webInflate, verifySignature: webVerifySignature };
  const answer = await verifyPermitQr(text, statusList ? { ...ports, statusList } : ports);
  state.answer = answer;
  if (state.many) list.add(text, answer, new Date(now() * 1000));
}

async function usePicture(file: File): Promise<void> {
  const text = reader && (await readPicture(reader, file));
  if (text) return check(text);
  forget();
  state.problem = 'noCode';
  return draw();
}

/** In a factory the camera stays on from one person to the next. */
async function checkAndGoOn(text: string): Promise<void> {
  await check(text);
  const next = root.querySelector('video');
  if (state.many && next) await useCamera(next);
}

async function useCamera(video: HTMLVideoElement): Promise<void> {
  if (!reader) return;
  video.hidden = false;
  try {
    stopCamera = await scanCamera(reader, video, (text) => void checkAndGoOn(text));
  } catch {
    state.problem = 'noCamera';
    draw();
  }
}

function draw(): void {
  stopCamera?.();
  stopCamera = undefined;
  document.documentElement.lang = state.language;
  document.title = t('title');
  const main = element('main');
  main.append(element('h1', {}, t('title')), element('p', {}, t('lead')));
  const told = element('div', { 'aria-live': 'polite' });
  if (state.problem)
    told.append(element('p', { role: 'alert', class: 'answer answer-quiet' }, t(state.problem)));
  const paper = state.answer && paperIn(state.answer);
  if (paper) told.append(paperView(paper, state.language));
  else if (state.answer) told.append(answerView(state.answer, state.language));
  if (state.receipt) told.append(receiptView(state.receipt, state.language));
  main.append(told, manyView(), scanView(), pasteView());
  if (state.many) main.append(listView(list, state.language, clearList));
  const footer = element('footer', { class: 'bar' });
  footer.append(element('span', {}, t('help')), element('a', { href: '/' }, t('home')));
  root.replaceChildren(headView(), main, footer);
}

function manyView(): HTMLElement {
  const button = element('button', { id: 'many', 'aria-pressed': String(state.many) }, t('listMode'));
  button.onclick = () => {
    state.many = !state.many;
    draw();
  };
  return button;
}

function clearList(): void {
  list.clear();
  forget();
  draw();
}

function headView(): HTMLElement {
  const head = element('header');
  if (state.lists.demo) head.append(element('p', { class: 'demo' }, t('demo')));
  const bar = element('div', { class: 'bar' });
  const languages = element('div', { role: 'group', 'aria-label': 'ภาษา / Language' });
  for (const language of CHECK_LANGUAGES) {
    const pressed = String(language === state.language);
    const button = element('button', { lang: language, 'aria-pressed': pressed }, NAMES[language]);
    button.onclick = () => {
      state.language = language;
      localStorage.setItem('language', language);
      draw();
    };
    languages.append(button);
  }
  bar.append(languages, element('span', { id: 'freshness' }, freshness()));
  head.append(bar);
  return head;
}

/** On- or offline, and how old the list on this device is. */
function freshness(): string {
  const line = state.lists.reached ? t('online') : t('offline');
  const { statusList } = state.lists;
  if (!statusList) return `${line} · ${t('listNone')}`;
  const age = ageWords(Math.max(0, now() - statusList.issuedAt), state.language);
  return `${line} · ${fill(t('listAge'), { age })}`;
}

function scanView(): HTMLElement {
  const view = element('section');
  if (!reader) {
    view.append(element('p', { class: 'quiet' }, t('noDetector')));
    return view;
  }
  const video = element('video', { playsinline: '', muted: '', hidden: '' });
  const row = element('div', { class: 'row' });
  const camera = element('button', { class: 'primary' }, t('camera'));
  camera.onclick = () => void useCamera(video);
  const label = element('label', { for: 'picture' }, t('picture'));
  const picture = element('input', { type: 'file', accept: 'image/*', id: 'picture', class: 'file' });
  picture.onchange = () => picture.files?.[0] && void usePicture(picture.files[0]);
  row.append(camera);
  view.append(row, video, label, picture);
  return view;
}

function pasteView(): HTMLElement {
  const form = element('form');
  const area = element('textarea', { id: 'text', spellcheck: 'false', autocapitalize: 'characters' });
  area.value = state.typed;
  area.oninput = () => (state.typed = area.value);
  form.onsubmit = (event) => {
    event.preventDefault();
    void check(area.value);
  };
  const row = element('div', { class: 'row' });
  row.append(element('button', { class: 'primary', type: 'submit' }, t('check')));
  form.append(element('label', { for: 'text' }, t(state.many ? 'pasteMany' : 'paste')), area, row);
  return form;
}

async function start(): Promise<void> {
  state.lists = await readLists(localStorage);
  draw();
  const refresh = async (): Promise<void> => {
    state.lists = await refreshLists(localStorage);
    const line = document.getElementById('freshness');
    // Only the line is touched: somebody may be pasting.
    if (line && state.lists.demo === Boolean(document.querySelector('.demo'))) line.textContent = freshness();
    else draw();
  };
  await refresh();
  setInterval(() => void refresh(), REFRESH_EVERY_MS);
  addEventListener('online', () => void refresh());
  addEventListener('offline', () => void refresh());
  await navigator.serviceWorker?.register('/check-worker.js', { scope: '/check' }).catch(() => undefined);
}

void start();
