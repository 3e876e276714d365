import { fill } from '@permit/domain/texts/text.ts';
import { answerTexts, checkTexts, type CheckLanguage } from '@permit/ui/texts/check-texts.ts';
import { ANSWER_TONES } from '@permit/ui/answer-tones.ts';
import { element } from './element.ts';
import { csvOf, type ScanList, type ScannedRow } from './scan-list.ts';

/** Everybody who was scanned, the doubtful first to be seen by colour and word; saved only by the person's own act. */
export function listView(list: ScanList, language: CheckLanguage, onClear: () => void): HTMLElement {
  const { rows } = list;
  const view = element('section', { class: 'scan-list' });
  const bad = rows.filter(({ answer }) => ANSWER_TONES[answer] !== 'good').length;
  view.append(element('h2', {}, fill(checkTexts.listCount[language], { count: rows.length, bad })));
  if (rows.length === 0) return view;
  const scroll = element('div', { class: 'scan-scroll', tabindex: '0', role: 'region' });
  scroll.setAttribute('aria-label', fill(checkTexts.listCount[language], { count: rows.length, bad }));
  scroll.append(tableOf(rows, language));
  const row = element('div', { class: 'row' });
  const save = element('button', { class: 'primary' }, checkTexts.listSave[language]);
  save.onclick = () => saveCsv(rows);
  const clear = element('button', {}, checkTexts.listClear[language]);
  clear.onclick = onClear;
  row.append(save, clear);
  view.append(scroll, row);
  return view;
}

function tableOf(rows: readonly ScannedRow[], language: CheckLanguage): HTMLElement {
  const table = element('table');
  const head = table.createTHead().insertRow();
  for (const key of ['answer', 'name', 'birthYear', 'validTo'] as const)
    head.append(element('th', { scope: 'col' }, checkTexts[key][language]));
  const body = table.createTBody();
  for (const { answer, name, birthYear, validTo } of [...rows].reverse())
    body
      .insertRow()
      .append(
        element('td', { class: `answer-${ANSWER_TONES[answer]}` }, answerTexts[answer][language]),
        element('td', {}, name),
        element('td', {}, birthYear),
        element('td', {}, validTo),
      );
  return table;
}

function saveCsv(rows: readonly ScannedRow[]): void {
  const address = URL.createObjectURL(new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }));
  const link = element('a', { href: address, download: 'permit-checks.csv' });
  link.click();
  URL.revokeObjectURL(address);
}
