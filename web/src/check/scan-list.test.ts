import { expect, test } from '@jest/globals';
import type { VerifierAnswer } from '@permit/domain/cards/verify-permit-qr.ts';
import { csvCell, csvOf, ScanList } from './scan-list.ts';

const at = new Date('2026-11-20T02:00:00Z');
const answerOf = (fullName: string): VerifierAnswer =>
  ({
    answer: 'revoked',
    since: '2026-11-01',
    facts: { fullName, birthYear: 1992, nationality: 'MMR', permit: { validTo: '2027-11-19' } },
  }) as unknown as VerifierAnswer;

test.each(['=1+1', '+66', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '=HYPERLINK("x")'])(
  'a name that a spreadsheet would calculate (%j) is text',
  (name) => {
    expect(csvCell(name).startsWith(`"'`)).toBe(true);
    expect(csvCell(name).slice(1, -1).replaceAll('""', '')).not.toContain('"');
  },
);

test('an ordinary name is left as it is, quotes and line ends stay inside their cell', () => {
  expect(csvCell('AUNG KYAW')).toBe('"AUNG KYAW"');
  expect(csvCell('a "b"\nc')).toBe('"a ""b""\nc"');
});

test('each code stands once, with its last answer, and what is no permit stands there as well', () => {
  const list = new ScanList();
  list.add('CODE-1', answerOf('AUNG'), at);
  list.add('HELLO', { answer: 'malformed', stage: 'text' }, at);
  list.add('CODE-1', answerOf('AUNG KYAW'), at);
  expect(list.rows.map(({ answer, name }) => [answer, name])).toEqual([
    ['revoked', 'AUNG KYAW'],
    ['malformed', ''],
  ]);
  const lines = csvOf(list.rows).split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[1]).toBe(
    '"1","2026-11-20T02:00:00.000Z","revoked","AUNG KYAW","1992","MMR","2027-11-19","2026-11-01"',
  );
  list.clear();
  expect(list.rows).toEqual([]);
});
