import { expect, test } from '@jest/globals';
import type { Config } from './config.ts';
import { productionFaults, refuseDemoInProduction } from './production-mode.ts';

const sound: Config = {
  APP_MODE: 'production',
  DATABASE_URL: 'postgres://app@db/permit',
  PORT: 8080,
  API_PROCESSES: 2,
  HOST: '127.0.0.1',
  PUBLIC_URL: 'https://permit.example',
  DATA_DIR: '/var/lib/permit',
  KEY_STORE_FILE: '/etc/permit/keys',
  KEY_STORE_PASSPHRASE: 'a long enough passphrase',
  ANCHOR_FILE: '/mnt/anchor/heads.jsonl',
  BANK_PUBLIC_KEY_FILE: '/etc/permit/bank.pem',
  SMTP_URL: 'smtps://mail.example',
  MAIL_FROM: 'no-reply@permit.example',
  CLAMD_URL: 'unix:/run/clamav/clamd.sock',
  LOG_LEVEL: 'info',
};
const realKeys = { specimen: false };

test('a sound configuration starts', () => {
  expect(productionFaults(sound, realKeys)).toEqual([]);
});

test.each([
  ['a demo clock', { DEMO_CLOCK: '2026-11-20T09:00:00+07:00' }, /DEMO_CLOCK/],
  ['a key file without a passphrase', { KEY_STORE_PASSPHRASE: '' }, /KEY_STORE_PASSPHRASE/],
  ['an anchor inside the data folder', { ANCHOR_FILE: '/var/lib/permit/anchor.jsonl' }, /ANCHOR_FILE/],
  ['an address without TLS', { PUBLIC_URL: 'http://permit.example' }, /PUBLIC_URL/],
  ['no mail server', { SMTP_URL: undefined }, /SMTP_URL/],
  ['no sender of letters', { MAIL_FROM: undefined }, /MAIL_FROM/],
  ['an SMS gateway in the clear', { SMS_GATEWAY_URL: 'http://sms.example' }, /SMS_GATEWAY_URL/],
  ['a store of files in the clear', { S3_ENDPOINT: 'http://files.example' }, /S3_ENDPOINT/],
  ['no virus scanner', { CLAMD_URL: undefined }, /CLAMD_URL/],
  ['no key of the bank', { BANK_PUBLIC_KEY_FILE: undefined }, /BANK_PUBLIC_KEY_FILE/],
])('production does not start with %s', (_, change, words) => {
  const config = { ...sound, ...change } as Config;
  expect(() => refuseDemoInProduction(config, realKeys)).toThrow(words);
});

test('production does not start with SPECIMEN keys, demo does', () => {
  expect(() => refuseDemoInProduction(sound, { specimen: true })).toThrow(/SPECIMEN/);
  expect(productionFaults({ ...sound, APP_MODE: 'demo' }, { specimen: true })).toEqual([]);
});
