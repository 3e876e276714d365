import { describe, expect, test } from '@jest/globals';
import { keepReasons, unexplained, type ReasonedFinding } from './kept-reasons.ts';

const expired: ReasonedFinding = {
  code: 'travel-document-expired',
  severity: 'warn',
  field: 'travelDocument.expires',
  evidence: { date: '2026-01-01', permit: '2028-01-01' },
};
const explained = { ...expired, overruledBecause: 'the embassy renews it this week' };

describe('a reason for an overruled finding', () => {
  test('stands while the finding says the same, in whatever order its evidence is written', () => {
    const again = { ...expired, evidence: { permit: '2028-01-01', date: '2026-01-01' } };
    expect(keepReasons([again], [explained])).toEqual([
      { ...again, overruledBecause: explained.overruledBecause },
    ]);
  });

  test.each([
    ['another value', { ...expired, evidence: { ...expired.evidence, date: '2026-02-02' } }],
    ['another field', { ...expired, field: 'visa.permittedUntil' }],
    ['another code', { ...expired, code: 'stay-ended' }],
  ])('is asked for again where the finding names %s', (_, changed) => {
    const found = keepReasons([changed], [explained]);
    expect(unexplained(found)).toEqual([changed]);
  });

  test('gives way to the one that is given now', () => {
    const given = new Map([[expired.code, 'renewed yesterday']]);
    expect(keepReasons([expired], [explained], given)[0]!.overruledBecause).toBe('renewed yesterday');
  });

  test('never explains what must be mended', () => {
    const blocking: ReasonedFinding = { ...expired, severity: 'block' };
    const given = new Map([[expired.code, 'x']]);
    expect(keepReasons([blocking], [explained], given)[0]).not.toHaveProperty('overruledBecause');
  });

  test('is not asked for where the finding is only told', () => {
    expect(unexplained([{ code: 'round-closes-soon', severity: 'note' }])).toEqual([]);
  });
});
