import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { faultOfPdfWords } from './pdf-words.ts';

const file = (words: string) => Buffer.from(`%PDF-1.7\n${words}\n%%EOF`, 'latin1');

test.each([
  ['1 0 obj << /JavaScript (x) >> endobj', 'active-content'],
  ['1 0 obj << /J#61vaScript (x) >> endobj', 'active-content'],
  ['<< /Length 9 >> stream\n/JS (x)\nendstream', undefined],
  ['stream\nx\nendstream /Launch stream\ny\nendstream', 'active-content'],
  ['stream\n/JS without an end', 'active-content'],
  ['stream\rendstream /OpenAction', undefined],
])('%s: %s', (words, fault) => {
  expect(faultOfPdfWords(file(words))).toBe(fault);
});

test('what stands in streams is left out and nothing else, however beginnings and ends follow each other', () => {
  const word = fc.constantFrom(
    'stream\n',
    'stream\r\n',
    'stream ',
    'endstream ',
    '/JS ',
    'x ',
    '\n',
    'upstream\n',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const text = words.join('');
      const outside = text.replace(/\bstream\r?\n[\s\S]*?\bendstream\b/g, ' ');
      const fault = /\/JS(?![A-Za-z0-9])/.test(outside) ? 'active-content' : undefined;
      expect(faultOfPdfWords(file(text))).toBe(fault);
    }),
  );
});

test('four megabytes of streams that begin and never end are judged in one walk', () => {
  expect(faultOfPdfWords(file('stream\n'.repeat(600_000)))).toBeUndefined();
});
