import { expect, test } from '@jest/globals';
import { exportedNames, keepLanguages } from './keep-languages.ts';

const ROWS = `const t = sixLanguages({ yes: ['ใช่', 'Yes', 'ဟုတ်', 'បាទ', 'ແມ່ນ', 'Có'] });`;
const BY_NAME = `const t = { th: 'ใช่', en: 'Yes', my: 'ဟုတ်', km: 'បាទ', lo: 'ແມ່ນ', vi: 'Có' };`;

test('a row of six keeps its place for every language, and the words of one and of English', () => {
  expect(keepLanguages(ROWS, 'my')).toBe(`const t = sixLanguages({ yes: [,'Yes','ဟုတ်',,,,] });`);
});

test('an object by language keeps the words of one and of English', () => {
  expect(keepLanguages(BY_NAME, 'lo')).toBe(`const t = {en: 'Yes',lo: 'ແມ່ນ'};`);
});

test('objects over several lines, with a comma at the end, stay code', () => {
  const lines = `const t = {\n  th: 'ใช่',\n  en: 'Yes',\n  vi: 'Có',\n};`;
  expect(keepLanguages(lines, 'th')).toBe(`const t = {th: 'ใช่',en: 'Yes'};`);
});

test('lists of six that are no texts, and objects with other names beside, stay as they are', () => {
  const other = `const a = [1, 2, 3, 4, 5, 6]; const b = { th: 'x', en: 'y', colour: 'red' };`;
  expect(keepLanguages(other, 'th')).toBe(other);
});

test('names every value that a module exports, and no type', () => {
  const code = `export const a = 1, b = 2; export function c() {} export type D = string; export { a as e };`;
  expect(exportedNames(code)).toEqual(['a', 'b', 'c', 'e']);
});
