import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { issueAccessToken } from '../http/access-token.ts';
import { LINK_SECONDS, openLink, sealLink, type LinkClaims } from './document-link.ts';

const keys = { tokenKey: () => new Uint8Array(32).fill(7) };
const now = new Date('2026-11-20T02:00:00Z');
const claims: LinkClaims = {
  of: 'case',
  document: 'D'.repeat(22),
  page: 3,
  session: '01890000-0000-7000-8000-000000000000',
  role: 'registrar',
  purpose: 'review',
  as: 'inline',
  until: now.getTime() / 1000 + LINK_SECONDS,
};

test('a link says to us what it was made for, and nothing to whoever reads the address', () => {
  const link = sealLink(keys, claims);
  expect(openLink(keys, link, now)).toEqual(claims);
  expect(Buffer.from(link, 'base64url').includes(claims.document)).toBe(false);
  expect(link.length).toBeLessThan(400);
});

test('it ends at its second and not before', () => {
  const link = sealLink(keys, claims);
  expect(openLink(keys, link, new Date(claims.until * 1000 - 1))).toEqual(claims);
  expect(openLink(keys, link, new Date(claims.until * 1000))).toBeUndefined();
});

test('no bit of it can be changed, nothing cut off or added', () => {
  const link = Buffer.from(sealLink(keys, claims), 'base64url');
  fc.assert(
    fc.property(fc.nat(link.length * 8 - 1), (bit) => {
      const changed = Buffer.from(link);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(openLink(keys, changed.toString('base64url'), now)).toBeUndefined();
    }),
  );
  const text = link.toString('base64url');
  for (const other of ['', 'x', text.slice(0, -4), `${text}AAAA`, `${text}=`, ` ${text}`])
    expect(openLink(keys, other, now)).toBeUndefined();
});

test('a link of another key is none, and an access token is no link', async () => {
  const other = { tokenKey: () => new Uint8Array(32).fill(8) };
  expect(openLink(other, sealLink(keys, claims), now)).toBeUndefined();
  const token = await issueAccessToken(
    keys as never,
    { sid: claims.session, account: '', accountPublic: '', person: '', roles: [] },
    now,
  );
  for (const part of token.split('.')) expect(openLink(keys, part, now)).toBeUndefined();
});
