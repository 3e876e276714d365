import { expect, test } from '@jest/globals';
import type { Endpoint, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { aCard } from '../card-builders.ts';
import type { PermitClient } from '../permit-client.ts';
import { cardHash } from '../render/card-hash.ts';
import { UnprintableText } from '../render/unprintable-text.ts';
import { renderNext } from './render-next.ts';

const order = {
  printOrderId: 'abcdefghijklmnopqrstuv',
  state: 'queued',
  priority: 1,
  permitNo: '1',
  leaseNo: 4,
  since: '2026-11-20T03:00:00Z',
};

/** Answers by operation and keeps what it was asked. */
function clientWith(answers: Record<string, unknown>) {
  const asked: { id: string; input: Record<string, unknown> }[] = [];
  const client: PermitClient = {
    call: async <E extends Endpoint>(endpoint: E, input: unknown) => {
      asked.push({ id: endpoint.id, input: input as Record<string, unknown> });
      return answers[endpoint.id] as OutputOf<E>;
    },
  };
  return { asked, client };
}

const [front, back, pdf] = ['front', 'back', 'pdf'].map((name) => Buffer.from(name)) as [
  Buffer,
  Buffer,
  Buffer,
];
const renderCard = async () => ({ front, back, pdf, sha256: cardHash(front, back, pdf), belowLeast: [] });

test('stores what it rendered under its lease, with the hash of the three files', async () => {
  const { asked, client } = clientWith({
    leaseRendering: { order, faces: await aCard() },
    storeRendering: order,
  });
  expect(await renderNext(client, renderCard, 5)).toMatchObject({ kind: 'stored' });
  expect(asked[0]).toEqual({ id: 'leaseRendering', input: { waitSeconds: 5 } });
  expect(asked[1]!.input).toEqual({
    printOrderId: order.printOrderId,
    leaseNo: 4,
    frontPng: front.toString('base64'),
    backPng: back.toString('base64'),
    pdf: pdf.toString('base64'),
    sha256: cardHash(front, back, pdf),
  });
});

test('does nothing where there is nothing to do', async () => {
  const { asked, client } = clientWith({ leaseRendering: {} });
  expect(await renderNext(client, renderCard, 0)).toEqual({ kind: 'nothing-to-do' });
  expect(asked).toHaveLength(1);
});

test('faces that are no card are not stored but reported under the lease', async () => {
  const { asked, client } = clientWith({ leaseRendering: { order, faces: { template: 'wp-card/1' } } });
  const faulty = await renderNext(client, renderCard, 0);
  expect(faulty).toMatchObject({ kind: 'faulty-order', problem: expect.stringContaining('permitNo') });
  expect(asked.map(({ id }) => id)).toEqual(['leaseRendering', 'reportRenderingFault']);
  expect(asked[1]!.input).toMatchObject({ printOrderId: order.printOrderId, leaseNo: 4 });
});

test('a name that no font holds is a faulty order; a fault of the machine is thrown, to be tried again', async () => {
  const { client } = clientWith({ leaseRendering: { order, faces: await aCard() } });
  const unprintable = async () => Promise.reject(new UnprintableText(['U+738B']));
  expect(await renderNext(client, unprintable, 0)).toMatchObject({ problem: 'no font holds U+738B' });
  const broken = async () => Promise.reject(new Error('out of memory'));
  await expect(renderNext(client, broken, 0)).rejects.toThrow('out of memory');
});
