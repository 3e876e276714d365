import { permitsApi } from '@permit/domain/contract/permits-api.ts';
import { CardFacesSchema } from '@permit/domain/cards/card-faces.ts';
import type { PermitClient } from '../permit-client.ts';
import type { RenderCard, RenderedCard } from '../render/render-card.ts';

export type Rendered =
  | { readonly kind: 'nothing-to-do' }
  | { readonly kind: 'stored'; readonly printOrderId: string; readonly belowLeast: readonly string[] }
  | { readonly kind: 'faulty-order'; readonly printOrderId: string };

/**
 * Leases the next order, renders its faces and stores them under the lease. Faces that are no card leave the order
 * to its clock (queued → list for operations): no second try makes them better.
 */
export async function renderNext(
  client: PermitClient,
  renderCard: RenderCard,
  waitSeconds: number,
): Promise<Rendered> {
  const { order, faces } = await client.call(permitsApi.leaseRendering, { waitSeconds });
  if (!order?.leaseNo || !faces) return { kind: 'nothing-to-do' };
  const { printOrderId, leaseNo } = order;
  const parsed = CardFacesSchema.safeParse(faces);
  const card = parsed.success ? await renderCard(parsed.data).catch(() => undefined) : undefined;
  if (!card) return { kind: 'faulty-order', printOrderId };
  await client.call(permitsApi.storeRendering, { printOrderId, leaseNo, ...asWire(card) });
  return { kind: 'stored', printOrderId, belowLeast: card.belowLeast };
}

function asWire(card: RenderedCard) {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return {
    frontPng: base64(card.front),
    backPng: base64(card.back),
    pdf: base64(card.pdf),
    sha256: card.sha256,
  };
}
