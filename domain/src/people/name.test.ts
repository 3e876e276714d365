import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isLatinName, isNativeName, isThaiName, readName } from './name.ts';
import { looksLikeZawgyi } from './zawgyi.ts';

function canonical(typed: string): string | undefined {
  const read = readName(typed);
  return read.ok ? read.name.canonical : undefined;
}

function key(typed: string): string | undefined {
  const read = readName(typed);
  return read.ok ? read.name.searchKey : undefined;
}

test('Thai sara am stays one letter: NFC, never NFKC', () => {
  expect(canonical('อำนาจ')).toBe('\u0E2D\u0E33\u0E19\u0E32\u0E08');
});

test('decomposed Vietnamese is composed', () => {
  expect(canonical('Nguye\u0302\u0303n')).toBe('Nguyễn');
});

test('zero-width space, word joiner and byte-order mark are stripped, runs of spaces become one', () => {
  expect(canonical('\uFEFFAung\u200B  Kyaw\u00A0\u2060Moe ')).toBe('Aung Kyaw Moe');
});

test('what was typed is kept as typed', () => {
  const read = readName(' Bounmy\u200B ');
  expect(read.ok && read.name.typed).toBe(' Bounmy\u200B ');
});

test.each([
  ['\u202EgnuA', 'name-bidi-override'],
  ['Aung\u2066x', 'name-bidi-override'],
  ['Aung\u200E', 'name-bidi-override'],
  ['Aung\u0000', 'name-control-character'],
  ['Aung\nKyaw', 'name-control-character'],
  ['Aung\u2028Kyaw', 'name-control-character'],
  ['Au\u00ADng', 'name-control-character'],
  ['Aung\u{E0041}', 'name-control-character'],
  ['Aung\uFFFE', 'name-control-character'],
  ['Aung\uE000', 'name-private-use'],
  ['Aung\u{F0000}', 'name-private-use'],
  ['Aung\uD800', 'name-lone-surrogate'],
  ['\uDC00Aung', 'name-lone-surrogate'],
  ['x\u0301\u0302\u0303\u0304', 'name-too-many-marks'],
  ['ก\u0E48\u0E49\u0E4A\u0E4B', 'name-too-many-marks'],
  ['ကိိိ', 'name-too-many-marks'],
  ['', 'name-empty'],
  [' \u200B ', 'name-empty'],
  ['---', 'name-empty'],
  ['a'.repeat(121), 'name-too-long'],
  ['a'.repeat(1_000_000), 'name-too-long'],
])('%j is refused as %s', (typed, problem) => {
  expect(readName(typed)).toEqual({ ok: false, problem });
});

test.each([
  'ၸၢႆးသႅင်မိူင်း',
  'စီၤကွဲၣ်',
  'ရှုံ့',
  'လျှောက်ကြွယ်',
  'မြွှေး',
  'ស្ត្រី',
  'ເຜີ້ງ',
  'ป้ำ',
  'Nguyễn Thị Ệ',
  "O'Brien-Smith",
  'Ng',
])('the lawful spelling %s is taken', (typed) => {
  expect(readName(typed).ok).toBe(true);
});

test('a name of sixty letters is a name', () => {
  expect(canonical('Phra'.repeat(15))).toHaveLength(60);
});

test('two sara e look like sara ae: one key, two spellings kept', () => {
  expect(canonical('เเดง')).not.toBe(canonical('แดง'));
  expect(key('เเดง')).toBe(key('แดง'));
});

test('nikhahit with sara aa looks like sara am', () => {
  expect(key('อ\u0E4D\u0E32นาจ')).toBe(key('อำนาจ'));
  expect(key('น\u0E4D\u0E49\u0E32')).toBe(key('น้ำ'));
});

test('the key drops diacritics, case, spaces and hyphens of Latin names', () => {
  expect(key('Nguyễn Thị Đào')).toBe(key('NGUYEN-THI DAO'));
});

test('the key keeps marks of scripts in which they are letters', () => {
  expect(key('ดี')).not.toBe(key('ดิ'));
  expect(key('မီ')).not.toBe(key('မိ'));
});

test('reading a canonical name again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
      const once = canonical(typed);
      if (once !== undefined) expect(canonical(once)).toBe(once);
    }),
  );
});

test.each([
  ['မောင်မောင်', false],
  ['ဒေါ်အောင်ဆန်းစုကြည်', false],
  ['ကျော်ဇေယျ', false],
  ['လျှောက်ထား', false],
  ['သန္တာ', false],
  ['ဥက္ကာ', false],
  ['နန်းခမ်းလှိုင်', false],
  ['ၸၢႆးသႅင်မိူင်း', false],
  ['စီၤကွဲၣ်', false],
  ['သိင်္ဂီ', false],
  ['ေမာင္ေမာင္', true],
  ['ခင္စု', true],
  ['ေအာင္ေက်ာ္', true],
  ['ျမင့္ျမင့္', true],
  ['ေဒၚစန္းစန္း', true],
  ['Aung Kyaw', false],
])('%s: typed in Zawgyi is %s', (text, expected) => {
  expect(looksLikeZawgyi(text)).toBe(expected);
});

test('each script knows its own names', () => {
  expect([isThaiName('สมชาย ใจดี'), isThaiName('Somchai')]).toEqual([true, false]);
  expect([isLatinName('Nguyễn Thị Đào'), isLatinName('สมชาย')]).toEqual([true, false]);
  expect([
    isNativeName('အောင်ကျော်မိုး'),
    isNativeName('ຄຳແພງ'),
    isNativeName('កាណៃ'),
    isNativeName('Aung'),
  ]).toEqual([true, true, true, false]);
});
