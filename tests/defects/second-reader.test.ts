import { expect, test } from '@jest/globals';
import { parse } from 'mrz';
import { composeMrz } from '@permit/domain/people/mrz/compose-mrz.ts';
import { parseMrz } from '@permit/domain/people/mrz/parse-mrz.ts';
import { inventPerson } from './invented-people.ts';
import { passportLines, plainCapitals } from './passport-lines.ts';
import { seededRandom } from './seeded-random.ts';

const random = seededRandom(9303);
const people = Array.from({ length: 300 }, () => inventPerson(random)).filter(
  ({ born }) => born.length === 10,
);

test('what we compose is read as valid by another reader, in all three formats', () => {
  for (const person of people)
    for (const format of ['TD1', 'TD2', 'TD3'] as const) {
      const text = composeMrz({
        format,
        documentCode: format === 'TD3' ? 'P' : 'I',
        issuer: person.state,
        documentNumber: person.passport,
        nationality: person.state,
        lastName: person.family,
        firstNames: person.given,
        birth: person.born,
        sex: person.sex === 'male' ? 'M' : 'F',
        expires: '2031-05-06',
      });
      const read = parse(text.split('\n'));
      expect(read.format).toBe(format);
      expect(read.fields.documentNumber).toBe(person.passport);
      expect(read.fields.birthDate).toBe(person.born.replaceAll('-', '').slice(2));
      expect(
        read.details
          .filter(({ valid, field }) => !valid && !(field === 'firstName' && person.family === ''))
          .map(({ field }) => field),
      ).toEqual([]);
    }
});

test('what another hand writes is read by us without a fault', () => {
  for (const person of people) {
    const facts = {
      ...person,
      number: person.passport,
      sex: person.sex === 'male' ? 'M' : 'F',
      ends: '2031-05-06',
    } as const;
    const ours = parseMrz(passportLines(facts), '2026-11-20');
    expect(ours).toMatchObject({
      ok: true,
      mrz: {
        lastName: plainCapitals(person.family).replaceAll('<', ' '),
        documentNumber: person.passport,
        birth: { date: person.born },
        faults: [],
      },
    });
  }
});
