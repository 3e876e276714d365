import { printOrdersApi } from '@permit/domain/contract/print-orders-api.ts';
import { CardFacesSchema } from '@permit/domain/cards/card-faces.ts';
import type { PermitClient } from '../permit-client.ts';
import { PortraitUnreadable } from '../render/portrait.ts';
import type { RenderCard, RenderedCard } from '../render/render-card.ts';
import { UnprintableText } from '../render/unprintable-text.ts';

export type Rendered =
  | { readonly kind: 'nothing-to-do' }
  | { readonly kind: 'stored'; readonly printOrderId: string; readonly belowLeast: readonly string[] }
  | { readonly kind: 'faulty-order'; readonly printOrderId: string; readonly problem: string };

/**
 * Leases the next order, renders its faces and stores them under the lease. Faces that are no card are reported with
 * their problem, so that a person sees the order and the next one is not held up.
 */
export async function renderNext(
  client: PermitClient,
  renderCard: RenderCard,
  waitSeconds: number,
): Promise<Rendered> {
  const { order, faces } = await client.call(printOrdersApi.leaseRendering, { waitSeconds });
  if (!order?.leaseNo || !faces) return { kind: 'nothing-to-do' };
  const { printOrderId, leaseNo } = order;
  const card = await renderOrProblem(faces, renderCard);
  if (typeof card === 'string') {
    const problem = asCode(card);
    await client.call(printOrdersApi.reportRenderingFault, { printOrderId, leaseNo, problem });
    return { kind: 'faulty-order', printOrderId, problem };
  }
  await client.call(printOrdersApi.storeRendering, { printOrderId, leaseNo, ...asWire(card) });
  return { kind: 'stored', printOrderId, belowLeast: card.belowLeast };
}

/** The card, or why these faces can never be one, in words without personal data. Other faults are thrown. */
async function renderOrProblem(faces: unknown, renderCard: RenderCard): Promise<RenderedCard | string> {
  const parsed = CardFacesSchema.safeParse(faces);
  if (!parsed.success) return `faces: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`;
  try {
    return await renderCard(parsed.data);
  } catch (error) {
    if (error instanceof UnprintableText || error instanceof PortraitUnreadable) return error.message;
    throw error;
  }
}

/** Printable ASCII of at most 120 characters, as the wire takes it. */
const asCode = (text: string) => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 120);

function asWire(card: RenderedCard) {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return {
    frontPng: base64(card.front),
    backPng: base64(card.back),
    pdf: base64(card.pdf),
    sha256: card.sha256,
  };
}
