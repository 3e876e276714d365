import { beforeAll, expect, test } from '@jest/globals';
import { LANGUAGES } from '@permit/domain/texts/text.ts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtWeb } from './built-web.ts';

/** Compressed kilobytes of 1,000 bytes (decisions.md 18); fonts are counted apart, by the script that needs them. */
const CHECK_PAGE_KB = 60;
const TRACKING_KB = 130;
const FILING_KB = 130;

let folder: string;
beforeAll(async () => {
  folder = await builtWeb();
}, 60_000);

/** A page with every script and style that it names, and what those import at once. */
function loadedBy(page: string): Set<string> {
  const files = new Set<string>([page]);
  const html = readFileSync(join(folder, page), 'utf8');
  for (const [, file] of html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)) follow(file!, files);
  return files;
}

function follow(file: string, files: Set<string>): void {
  if (files.has(file)) return;
  files.add(file);
  if (!file.endsWith('.js')) return;
  const code = readFileSync(join(folder, file), 'utf8');
  for (const [, chunk] of code.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
    follow(`assets/${chunk}`, files);
}

/** Chunks that a page fetches when it is opened, by the beginning of their names. */
function later(files: Set<string>, ...names: readonly string[]): Set<string> {
  const index = [...files].find((file) => /index-.*\.js$/.test(file))!;
  const all = new Set(files);
  const queue = [readFileSync(join(folder, index), 'utf8')];
  for (const code of queue)
    for (const [, chunk] of code.matchAll(/["'`](?:\.\/|assets\/)([\w.-]+\.js)["'`]/g)) {
      if (!names.some((name) => chunk!.startsWith(name)) || all.has(`assets/${chunk}`)) continue;
      follow(`assets/${chunk}`, all);
      queue.push(readFileSync(join(folder, 'assets', chunk!), 'utf8'));
    }
  return all;
}

const kilobytes = (files: Set<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0) /
  1000;

test('the public check stays light enough for a telephone on a weak network', () => {
  const files = loadedBy('check.html');
  expect(existsSync(join(folder, 'check-worker.js'))).toBe(true);
  expect([...files].some((file) => file.endsWith('.css'))).toBe(true);
  expect(kilobytes(files)).toBeLessThanOrEqual(CHECK_PAGE_KB);
});

/** The words of one language that those files ask for, as `words-my-….js` or `filing-words-my-….js`. */
function withWords(files: Set<string>, language: string): Set<string> {
  const all = new Set(files);
  const wanted = new RegExp(`["'\`](?:\\./|assets/)((?:filing-)?words-${language}-[\\w.-]+\\.js)["'\`]`, 'g');
  for (const file of files)
    if (file.endsWith('.js'))
      for (const [, chunk] of readFileSync(join(folder, file), 'utf8').matchAll(wanted))
        all.add(`assets/${chunk}`);
  return all;
}

test.each(LANGUAGES)('signing in and tracking stay under their weight in %s', (language) => {
  const files = withWords(later(loadedBy('index.html'), 'sign-in-page', 'track-page'), language);
  expect([...files].some((file) => file.includes(`words-${language}-`))).toBe(true);
  expect(kilobytes(files)).toBeLessThanOrEqual(TRACKING_KB);
});

test.each(LANGUAGES)('filing stays under its weight in %s', (language) => {
  const pages = later(loadedBy('index.html'), 'choose-service', 'filing-page', 'finding-texts');
  const files = withWords(pages, language);
  expect([...files].some((file) => file.includes('filing-page'))).toBe(true);
  expect([...files].some((file) => file.includes(`filing-words-${language}-`))).toBe(true);
  expect(kilobytes(files)).toBeLessThanOrEqual(FILING_KB);
});
