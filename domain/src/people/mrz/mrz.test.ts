import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkDigitFits, mrzCheckDigit } from './check-digit.ts';
import { compareWithMrz, type TypedIdentity } from './compare-mrz.ts';
import { composeMrz } from './compose-mrz.ts';
import { MRZ_SIZE, type Mrz, type MrzFormat } from './mrz.ts';
import { parseMrz } from './parse-mrz.ts';

const TODAY = '2026-11-20';

function parsed(text: string): Mrz {
  const result = parseMrz(text, TODAY);
  if (!result.ok) throw new Error(result.problem);
  return result.mrz;
}

// Specimens of ICAO 9303 (State of Utopia), which the standard prints as worked examples.
const TD3 = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';
const TD1 = 'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<';
const TD2 = 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6';

test.each([
  ['TD3', TD3, 'L898902C3'],
  ['TD1', TD1, 'D23145890'],
  ['TD2', TD2, 'D23145890'],
])('the %s specimen of ICAO 9303 is read whole', (format, text, documentNumber) => {
  expect(parsed(text)).toMatchObject({
    format,
    issuer: 'UTO',
    documentNumber,
    lastName: 'ERIKSSON',
    firstNames: 'ANNA MARIA',
    birth: { precision: 'day', date: '1974-08-12' },
    sex: 'F',
    expires: '2012-04-15',
    faults: [],
  });
});

test('a document number of more than nine characters goes on in the optional data', () => {
  const line = `I<UTOD23145890<7349${'<'.repeat(11)}`;
  const text = `${line}7408122F1204159UTO<<<<<<<<<<<0ERIKSSON<<ANNA<MARIA<<<<<<<<<<`;
  const mrz = parsed(text);
  expect(mrz.documentNumber).toBe('D23145890734');
  expect(mrz.faults).not.toContain('document-number');
});

test('the check digit of the standard’s example is 3', () => {
  expect(mrzCheckDigit('520727')).toBe('3');
  expect(checkDigitFits('<<<<<<<<<<<<<<', '<')).toBe(true);
});

test('a name of one part is no last name', () => {
  const mrz = parsed(
    composeMrz({ ...source('TD3'), lastName: '', firstNames: 'Aung Kyaw Moe', nationality: 'MMR' }),
  );
  expect([mrz.lastName, mrz.firstNames]).toEqual(['', 'AUNG KYAW MOE']);
});

test('an unknown birth day is read at its own precision', () => {
  expect(parsed(composeMrz({ ...source('TD3'), birth: '1990' })).birth).toEqual({
    precision: 'year',
    date: '1990',
  });
  expect(parsed(composeMrz({ ...source('TD3'), birth: '1990-07' })).birth).toEqual({
    precision: 'month',
    date: '1990-07',
  });
});

function source(format: MrzFormat) {
  return {
    format,
    documentCode: format === 'TD3' ? 'P' : 'I',
    issuer: 'VNM',
    documentNumber: 'B1234567',
    nationality: 'VNM',
    lastName: 'Nguyễn',
    firstNames: 'Thị Đào',
    birth: '1995-02-28',
    sex: 'F',
    expires: '2031-01-02',
  } as const;
}

const capital = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const word = fc.array(capital, { minLength: 1, maxLength: 6 }).map((letters) => letters.join(''));

test('what is composed is read back without a fault, in each format', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<MrzFormat>('TD1', 'TD2', 'TD3'),
      word,
      fc.array(word, { minLength: 1, maxLength: 2 }),
      fc.stringMatching(/^[A-Z0-9]{1,9}$/),
      (format, lastName, firstNames, documentNumber) => {
        const text = composeMrz({
          ...source(format),
          lastName,
          firstNames: firstNames.join(' '),
          documentNumber,
        });
        expect(text.replace(/\n/g, '')).toHaveLength(MRZ_SIZE[format].lines * MRZ_SIZE[format].length);
        expect(parsed(text)).toMatchObject({
          lastName,
          firstNames: firstNames.join(' '),
          documentNumber,
          faults: [],
        });
      },
    ),
  );
});

test('one wrong character in number, dates or their digits is noticed', () => {
  const clean = composeMrz(source('TD3')).replace(/\n/g, '');
  for (const at of [44, 46, 57, 60, 62, 65, 70, 71]) {
    const wrong = clean.slice(0, at) + (clean.charAt(at) === '7' ? '4' : '7') + clean.slice(at + 1);
    expect(parsed(wrong).faults.length).toBeGreaterThan(0);
  }
});

test('any text is read or refused, never a crash', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[A-Z0-9<]{72}$|^[A-Z0-9<]{88,90}$/)), (text) => {
      expect(typeof parseMrz(text, TODAY).ok).toBe('boolean');
    }),
  );
});

const linh: TypedIdentity = {
  firstLatin: 'Thị',
  middleLatin: 'Đào',
  lastLatin: 'Nguyễn',
  birth: { precision: 'day', date: '1995-02-28' },
  sex: 'female',
  nationality: 'VN',
  documentNumber: 'b 1234567',
  expires: '2031-01-02',
};

test('diacritics, case and spaces make no difference', () => {
  expect(compareWithMrz(parsed(composeMrz(source('TD3'))), linh)).toEqual([]);
});

test('Müller is written MULLER or MUELLER', () => {
  for (const lastName of ['MULLER', 'MUELLER']) {
    const mrz = parsed(composeMrz({ ...source('TD3'), lastName }));
    expect(compareWithMrz(mrz, { ...linh, lastLatin: 'Müller' })).toEqual([]);
  }
});

test('a name cut by the end of the zone agrees with the whole name', () => {
  const lastName = 'Phrachanpheng Souvannaphoumaly';
  const mrz = parsed(composeMrz({ ...source('TD3'), lastName, firstNames: 'Bounthanousone' }));
  expect(mrz.nameCut).toBe(true);
  const typed = { ...linh, firstLatin: 'Bounthanousone', middleLatin: undefined, lastLatin: lastName };
  expect(compareWithMrz(mrz, typed)).toEqual([]);
});

test('the same words in other places are another order, not another name', () => {
  const mrz = parsed(composeMrz({ ...source('TD3'), lastName: '', firstNames: 'Aung Kyaw Moe' }));
  const typed = { ...linh, firstLatin: 'Aung', middleLatin: 'Kyaw', lastLatin: 'Moe' };
  expect(compareWithMrz(mrz, typed).map((difference) => difference.field)).toEqual(['nameOrder']);
});

test.each([
  ['name', { lastLatin: 'Nguyn' }],
  ['birth', { birth: { precision: 'day', date: '1995-02-27' } }],
  ['sex', { sex: 'male' }],
  ['nationality', { nationality: 'LA' }],
  ['documentNumber', { documentNumber: 'B1234576' }],
  ['expires', { expires: '2031-02-01' }],
] as const)('a different %s is named', (field, change) => {
  const differences = compareWithMrz(parsed(composeMrz(source('TD3'))), {
    ...linh,
    ...change,
  } as TypedIdentity);
  expect(differences.map((difference) => difference.field)).toEqual([field]);
});

test('a year typed for an unknown day agrees with a zone of that year', () => {
  const mrz = parsed(composeMrz(source('TD3')));
  expect(compareWithMrz(mrz, { ...linh, birth: { precision: 'year', date: '1995' } })).toEqual([]);
});
