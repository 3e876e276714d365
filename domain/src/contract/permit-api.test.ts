import { expect, test } from '@jest/globals';
import { pathParameters } from './endpoint.ts';
import { allEndpoints, permitApi } from './permit-api.ts';

test('every operation is filed under its own id', () => {
  expect(Object.entries(permitApi).filter(([id, endpoint]) => endpoint.id !== id)).toEqual([]);
});

test('no two operations share a method and path', () => {
  const addresses = allEndpoints.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`);
  expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
});

test('every part of a path is a field of the input', () => {
  const strangers = allEndpoints.flatMap(({ id, path, input }) => {
    const shape = (input as unknown as { shape: Record<string, unknown> }).shape;
    return pathParameters(path)
      .filter((name) => !(name in shape))
      .map((name) => `${id}: ${name}`);
  });
  expect(strangers).toEqual([]);
});

test('every operation names who may call it', () => {
  expect(allEndpoints.filter(({ allow }) => allow !== 'public' && allow.length === 0)).toEqual([]);
});

test('what answers 201 takes an idempotency key, registers an upload by its own hash, or is public', () => {
  const unkeyed = allEndpoints.filter(({ status, idempotency }) => status === 201 && idempotency !== 'key');
  expect(unkeyed.map(({ id }) => id)).toEqual(['uploadPacket']);
});
