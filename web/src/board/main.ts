import { fill } from '@permit/domain/texts/text.ts';
import { boardTexts } from '@permit/ui/texts/board-texts.ts';
import { element } from '../check/element.ts';
import './board.css';

interface Board {
  readonly calls: readonly { readonly ticketNo: string; readonly counter: string }[];
  readonly waiting: number;
}
interface Centre {
  readonly centreId: string;
  readonly nameTh: string;
  readonly nameEn: string;
}

const root = document.getElementById('root')!;
const centreId = new URLSearchParams(location.search).get('centre');
const ASK_EVERY_MS = 3_000;
const MOST_CALLS = 4;

/** Thai over English: a hall has no language switch. */
const both = (key: keyof typeof boardTexts.texts, values: Record<string, number> = {}): string =>
  `${fill(boardTexts.texts[key].th, values)} · ${fill(boardTexts.texts[key].en, values)}`;

async function get<Answer>(path: string): Promise<Answer | undefined> {
  const response = await fetch(`/api/v1${path}`).catch(() => undefined);
  return response?.ok ? ((await response.json()) as Answer) : undefined;
}

function callsView({ calls }: Board): HTMLElement {
  if (calls.length === 0) return element('p', { class: 'nobody' }, both('nobody'));
  const table = element('table');
  const head = table.createTHead().insertRow();
  head.append(
    element('th', { scope: 'col' }, both('ticket')),
    element('th', { scope: 'col' }, both('counter')),
  );
  const body = table.createTBody();
  for (const { ticketNo, counter } of calls.slice(0, MOST_CALLS))
    body.insertRow().append(element('td', {}, ticketNo), element('td', {}, counter));
  return table;
}

/** Draws the calls; a board that hears nothing says so instead of showing old numbers as new. */
function draw(board: Board | undefined, stale: boolean): void {
  const main = element('main');
  const foot = element('p', { class: 'foot' });
  foot.append(
    element('span', {}, board ? both('waiting', { count: board.waiting }) : ''),
    element('span', { class: stale ? 'stale' : '' }, stale ? both('stale') : 'SIMULATED · ระบบสาธิต'),
    element('span', {}, new Date().toLocaleTimeString('th-TH', { hour: '2-digit', minute: '2-digit' })),
  );
  const calls = element('div', { 'aria-live': 'polite' });
  calls.append(board ? callsView(board) : element('p', { class: 'nobody' }, both('nobody')));
  main.append(element('h1', {}, both('title')), calls, foot);
  root.replaceChildren(main);
}

async function choose(): Promise<void> {
  const found = await get<{ centres: Centre[] }>('/centres');
  const main = element('main');
  const list = element('ul');
  for (const centre of found?.centres ?? []) {
    const item = element('li');
    item.append(element('a', { href: `?centre=${centre.centreId}` }, `${centre.nameTh} · ${centre.nameEn}`));
    list.append(item);
  }
  main.append(element('h1', {}, both('choose')), list);
  root.replaceChildren(main);
}

function watch(centre: string): void {
  let last: Board | undefined;
  const ask = async (): Promise<void> => {
    const board = await get<Board>(`/centres/${encodeURIComponent(centre)}/board`);
    last = board ?? last;
    draw(last, board === undefined);
  };
  void ask();
  setInterval(() => void ask(), ASK_EVERY_MS);
}

document.title = 'เรียกคิว · Now calling';
if (centreId) watch(centreId);
else void choose();
