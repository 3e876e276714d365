import { expect, test } from '@jest/globals';
import { proveFormats } from './prove-formats.ts';

test('2,000 mutated records and pictures (`prove -- formats`: 10,000): refused or read, no crash, no hang, bounded memory', async () => {
  const proof = await proveFormats(2_000);
  expect(proof.faults).toEqual([]);
  expect(proof).toMatchObject({ crashes: 0, slow: 0, broken: 0 });
  expect(proof.records).toBeGreaterThanOrEqual(2_000);
  expect(proof.fields).toBeGreaterThan(500);
  expect(proof.pastFirstHeader).toBeGreaterThanOrEqual(0.5);
  // Were nothing refused, or nothing read, the mutations would prove little.
  expect(Math.min(proof.accepted, proof.refused)).toBeGreaterThan(200);
}, 300_000);
