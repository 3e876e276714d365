import { expect, test } from '@jest/globals';
import { EncryptJWT } from 'jose';
import { keyStoreOf } from '../vault/file-key-store.ts';
import { newKeyMaterial } from '../vault/key-material.ts';
import { ACCESS_TOKEN_SECONDS, issueAccessToken, readAccessToken } from './access-token.ts';

const keys = keyStoreOf(newKeyMaterial(true).material);
const now = new Date('2026-11-20T02:00:00Z');
const claims = { sid: 's', account: 'a', accountPublic: 'b', person: 'p', roles: [] };
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

test('a token opens to its claims until its ten minutes are over', async () => {
  const token = await issueAccessToken(keys, claims, now);
  expect(readAccessToken(keys, token, now)).toMatchObject(claims);
  expect(readAccessToken(keys, token, later(ACCESS_TOKEN_SECONDS - 1))).toMatchObject(claims);
  expect(readAccessToken(keys, token, later(ACCESS_TOKEN_SECONDS))).toBeUndefined();
});

test('a token with any changed character, a cut tag or a part too many does not open', async () => {
  const token = await issueAccessToken(keys, claims, now);
  for (let at = 0; at < token.length; at += 1) {
    // The last character of each part may hold unused bits; a jump of 32 changes a bit that counts.
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const other = letters[(letters.indexOf(token[at]!) + 32) % 64] ?? 'A';
    const changed = token.slice(0, at) + other + token.slice(at + 1);
    expect(readAccessToken(keys, changed, now)).toBeUndefined();
  }
  const parts = token.split('.');
  expect(readAccessToken(keys, [...parts.slice(0, 4), parts[4]!.slice(0, 6)].join('.'), now)).toBeUndefined();
  expect(readAccessToken(keys, `${token}.`, now)).toBeUndefined();
  expect(readAccessToken(keys, '....', now)).toBeUndefined();
});

test('a token of another vault, issuer or algorithm does not open', async () => {
  const foreign = keyStoreOf(newKeyMaterial(true).material);
  expect(readAccessToken(keys, await issueAccessToken(foreign, claims, now), now)).toBeUndefined();
  const jwt = (issuer: string, header: { alg: string; enc: string; zip?: string }) =>
    new EncryptJWT({ ...claims })
      .setProtectedHeader(header)
      .setIssuer(issuer)
      .setExpirationTime(later(60))
      .encrypt(keys.tokenKey());
  const ours = { alg: 'dir', enc: 'A256GCM' };
  expect(readAccessToken(keys, await jwt('permit-api', ours), now)).toMatchObject(claims);
  expect(readAccessToken(keys, await jwt('another', ours), now)).toBeUndefined();
  const unlimited = await new EncryptJWT({ ...claims })
    .setProtectedHeader(ours)
    .setIssuer('permit-api')
    .encrypt(keys.tokenKey());
  expect(readAccessToken(keys, unlimited, now)).toBeUndefined();
  const wider = await jwt('permit-api', { enc: 'A256GCM', alg: 'dir' });
  expect(readAccessToken(keys, wider, now)).toBeUndefined();
});
