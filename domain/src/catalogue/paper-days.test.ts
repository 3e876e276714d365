import { expect, test } from '@jest/globals';
import { askedDays } from './paper-days.ts';
import { serviceCatalogue } from './service-catalogue.ts';
import { calendarDate } from '../calendar/calendar-date.ts';

const service = (code: string) => serviceCatalogue.find(code, calendarDate('2026-11-20'))!;
const asked = (code: string, demand: string, kind: string) =>
  askedDays(service(code).documents[demand]!, kind, service(code).fields);

test('a portrait has a greatest age: its day is asked', () => {
  expect(asked('R59M', 'photo', 'photo')).toEqual({ issued: true, expires: false });
});

test('what the form asks for is not asked again beside the paper', () => {
  expect(asked('N59', 'medical', 'medical-certificate')).toEqual({ issued: false, expires: false });
  expect(asked('R59M', 'identity', 'passport')).toEqual({ issued: false, expires: false });
});

test('a replacement asks no passport data in its form: the last day is asked beside the paper', () => {
  expect(asked('RP', 'identity', 'passport')).toEqual({ issued: false, expires: true });
});

test('a licence of the employer that runs out is asked for its last day, a contract for nothing', () => {
  expect(asked('R59M', 'employer-foreign-business', 'foreign-business-licence').expires).toBe(true);
  expect(asked('R59M', 'contract', 'employment-contract')).toEqual({ issued: false, expires: false });
});
