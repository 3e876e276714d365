import { expect, test } from '@jest/globals';
import { readScanned } from './scanned-text.ts';

test('a scanner types numbers, serials and codes, and each is known by its letters', () => {
  expect(readScanned(' 69110000000017\r\n')).toEqual({
    kind: 'application',
    applicationNo: '69110000000017',
  });
  expect(readScanned('wpc-000001')).toEqual({ kind: 'card', serial: 'WPC-000001' });
  const qr = 'NCFOXN%TSMAHN-HFDGX.7W2P3RI%96R$2*MD';
  expect(readScanned(qr)).toEqual({ kind: 'code', qr });
  expect(readScanned(' \n')).toEqual({ kind: 'nothing' });
});
