import { describe, expect, test } from '@jest/globals';
import { scriptFaults } from '../texts/text-faults.ts';
import { reportTexts, rowFaultTexts } from '../texts/row-fault-texts.ts';
import { LANGUAGES } from '../texts/text.ts';
import { csvCell, csvLine } from './csv-line.ts';
import { matchFileName } from './match-file-name.ts';
import { isRefused, readWorkerRow } from './read-worker-row.ts';
import { readSheetNationality } from './sheet-choices.ts';
import { readSheetBirth, readSheetDate } from './sheet-date.ts';
import { readHeadings, WORKER_COLUMNS } from './worker-columns.ts';
import { SAMPLE_R59M } from '../catalogue/sample-drafts.ts';
import { serviceCatalogue } from '../catalogue/service-catalogue.ts';
import { calendarDate } from '../calendar/calendar-date.ts';

describe('dates of a sheet', () => {
  test.each([
    ['2026-11-28', '2026-11-28'],
    ['28/11/2569', '2026-11-28'],
    ['28.11.2026', '2026-11-28'],
    ['8-1-2569', '2026-01-08'],
    ['28 พ.ย. 2569', '2026-11-28'],
    ['28 พฤศจิกายน พ.ศ. 2569', '2026-11-28'],
    ['๒๘/๑๑/๒๕๖๙', '2026-11-28'],
    ['28 Nov 2026', '2026-11-28'],
    ['2026-11-28 00:00:00', '2026-11-28'],
  ])('%s is %s', (typed, date) => expect(readSheetDate(typed)).toBe(date));

  test.each(['31/02/2569', '11/28/2026', '28/11/69', '44927', 'tomorrow', '2569', ''])(
    '%s is no date, and nobody guesses',
    (typed) => expect(readSheetDate(typed)).toBeUndefined(),
  );

  test('a birth date keeps its own precision', () => {
    expect(readSheetBirth('2535')).toEqual({ precision: 'year', date: '1992' });
    expect(readSheetBirth('04/2535')).toEqual({ precision: 'month', date: '1992-04' });
    expect(readSheetBirth('0/0/2535')).toEqual({ precision: 'year', date: '1992' });
    expect(readSheetBirth('17 เม.ย. 2535')).toEqual({ precision: 'day', date: '1992-04-17' });
  });
});

test.each([
  ['พม่า', 'MM'],
  ['MMR', 'MM'],
  ['Lao', 'LA'],
  ['kh', 'KH'],
  ['เวียดนาม', 'VN'],
])('nationality %s is %s', (typed, code) => expect(readSheetNationality(typed)).toBe(code));

test('no heading of the table means two columns, and Thai, English and paths are all read', () => {
  const own = WORKER_COLUMNS.map(({ headings, path }) => [headings[0], headings[1], path]);
  for (const [index, column] of WORKER_COLUMNS.entries())
    for (const heading of own[index]!) expect(readHeadings([heading])[0]?.path).toBe(column.path);
  expect(readHeadings(['Passport No.', 'PASSPORT  NUMBER', 'colour of the hair'])).toEqual([
    expect.objectContaining({ path: 'travelDocument.number' }),
    undefined,
    undefined,
  ]);
});

const service = serviceCatalogue.find('R59M', calendarDate('2026-11-20'))!;
const { worker: _worker, travelDocument: _paper, documents: _documents, ...common } = SAMPLE_R59M;
const columns = readHeadings([
  'Passport number',
  'First name',
  'Nationality',
  'Date of birth',
  'Daily wage (baht)',
]);
const read = (...cells: string[]) => readWorkerRow(columns, cells, { service, common });

test('a good row becomes a draft with what all rows share', () => {
  const row = read('mh 123-456', 'AUNG MOE', 'พม่า', '17/04/2535', '380.50');
  expect(isRefused(row.faults)).toBe(false);
  expect(row.draft.worker).toMatchObject({ nationality: 'MM', birth: { date: '1992-04-17' } });
  expect(row.draft.job).toMatchObject({ occupation: 'กรรมกร', wagePerDay: 38_050 });
  expect(row.identity).toBe('document MH123456');
});

test('a sheet says the day of a portrait, which goes with the file and not into the form', () => {
  const withDay = readHeadings(['Passport number', 'First name', 'วันถ่ายรูป']);
  const row = readWorkerRow(withDay, ['MH123456', 'AUNG MOE', '1/3/2569'], { service, common });
  expect(row.paperDays).toEqual({ photo: { issued: '2026-03-01' } });
  expect(row.draft).not.toHaveProperty('documents');
});

test('every fault is told with its column and reason, and nothing of the row is kept by mistake', () => {
  const row = read('1.23E+12', 'AUNG MOE', 'Atlantis', '31/02/2535', 'much');
  expect(row.faults.filter(({ severity }) => severity === 'refused')).toEqual([
    { column: 'travelDocument.number', code: 'digits-lost', severity: 'refused' },
    { column: 'worker.nationality', code: 'not-a-nationality', severity: 'refused' },
    { column: 'worker.birth', code: 'not-a-birth-date', severity: 'refused' },
    { column: 'job.wagePerDay', code: 'not-a-number', severity: 'refused' },
    { column: 'travelDocument.number', code: 'nobody-named', severity: 'refused' },
  ]);
  expect(common.job).not.toHaveProperty('wagePerDay', Number.NaN);
});

const ZONE = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10';
test.each([
  ['MH123456_passport.jpg', { by: 'key', key: 'MH123456', kind: 'passport' }],
  ['papers/MH123456/photo.png', { by: 'key', key: 'MH123456', kind: 'photo' }],
  ['17-รูปถ่าย.jpg', { by: 'key', key: '17', kind: 'photo' }],
  ['MH123456_old-permit-2.pdf', { by: 'key', key: 'MH123456', kind: 'old-permit' }],
  [`${ZONE}.jpg`, { by: 'mrz', number: 'L898902C3', kind: 'passport' }],
  [`${ZONE.replace('L898902C36', 'L898902C35')}.jpg`, undefined],
  ['IMG_2041.jpg', undefined],
  ['constructor_constructor.jpg', undefined],
])('the file %s is matched by its name alone', (name, match) =>
  expect(matchFileName(name, '2026-11-20')).toEqual(match),
);

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+66812345678', `"'+66812345678"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\tcmd', `"'\tcmd"`],
  ['-12.5', '-12.5'],
  ['-2+3', `"'-2+3"`],
  ['ออง, จอ', '"ออง, จอ"'],
])('the cell %j is written as %j', (value, written) => expect(csvCell(value)).toBe(written));

test('a line ends as RFC 4180 says', () => expect(csvLine([1, 'a'])).toBe('1,a\r\n'));

test('reasons and heads are in six languages, each in its own script', () => {
  const faults = Object.entries({ ...rowFaultTexts.texts, ...reportTexts.texts }).flatMap(([key, text]) =>
    LANGUAGES.flatMap((language) =>
      scriptFaults(text, language).map((fault) => `${key} ${language} ${fault}`),
    ),
  );
  expect(faults).toEqual([]);
});
