import { expect, test } from '@jest/globals';
import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { verifyPermitQr } from '@permit/domain/cards/verify-permit-qr.ts';
import { inflateSync } from 'node:zlib';
import { keyStoreOf } from '../vault/file-key-store.ts';
import { newKeyMaterial } from '../vault/key-material.ts';
import { trustListOf } from './permit-lookup.ts';
import { permitQr } from './permit-qr.ts';

test('a code carries the year of birth and never the day', async () => {
  const keys = keyStoreOf(newKeyMaterial(true).material);
  const issuedAt = new Date('2026-11-20T02:00:00Z');
  const qr = await permitQr(keys, {
    publicId: 'abcdefghijklmnopqrstuv',
    kind: 'card',
    statusIndex: 7,
    category: '59',
    period: { from: calendarDate('2026-11-20'), to: calendarDate('2027-11-19') },
    fullName: 'AUNG KYAW MOE',
    nationality: 'MM',
    birthYear: 1992,
    issuedAt,
  });
  const answer = await verifyPermitQr(qr, {
    trustList: trustListOf(keys),
    now: issuedAt.getTime() / 1000,
    verifySignature: () => true,
    inflate: (bytes, most) => inflateSync(bytes, { maxOutputLength: most }),
  });
  expect(answer).toMatchObject({ answer: 'valid', facts: { fullName: 'AUNG KYAW MOE', birthYear: 1992 } });
  expect('facts' in answer && answer.facts.dateOfBirth).toBeUndefined();
});
