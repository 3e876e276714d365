import { expect, test } from '@jest/globals';
import { MACHINE_SCOPES } from './machine-keys-api.ts';
import { permitApi } from './permit-api.ts';

const mayCall = (role: string, { allow }: { allow: 'public' | readonly string[] }): boolean =>
  allow === 'public' || allow.includes(role);

test('a scope that no owner of a key could use is none', () => {
  const dead = MACHINE_SCOPES.filter(
    (id) => !['employer', 'agent'].some((role) => mayCall(role, permitApi[id])),
  );
  expect(dead).toEqual([]);
});

test('who may begin long work with a key may follow it to its end', () => {
  const scopes: readonly string[] = MACHINE_SCOPES;
  const begins = ['importWorkers', 'submitMany', 'answerMany', 'payBills', 'requestBundle', 'fileNotice'];
  const follows = [
    'createUpload',
    'appendUpload',
    'getUpload',
    'getBulkRun',
    'listBulkRows',
    'downloadBulkReport',
  ];
  const ends = [
    'getBillGroup',
    'getBundle',
    'downloadBundle',
    'getNotice',
    'getNoticeReceipt',
    'addNoticePapers',
  ];
  expect([...begins, ...follows, ...ends].filter((id) => !scopes.includes(id))).toEqual([]);
});
