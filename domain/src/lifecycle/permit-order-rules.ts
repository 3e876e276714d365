import type { OrderGround, ServiceDefinition } from '../catalogue/service-definition.ts';
import type { PermitState } from '../machines/permit-machine.ts';

/** As what an order ends a permit. */
export type OrderKind = OrderGround['endsAs'];

/** Permits that an order can end: those with which somebody may work. */
const IN_FORCE: readonly PermitState[] = ['temporary', 'active', 'renewal-pending'];

export type OrderRefusal = 'permit-ended' | 'ground-unknown' | 'same-person';
export type OrderAnswer =
  | { readonly allowed: false; readonly code: OrderRefusal }
  | { readonly allowed: true; readonly ground: OrderGround };

export interface OrderAsked {
  readonly permit: PermitState;
  readonly kind: OrderKind;
  readonly ground: string;
  /** People who may not give the order: the holder, and whoever asked for it. */
  readonly concerned: readonly (string | undefined)[];
  readonly registrar: string | undefined;
}

/** Whether a registrar may give this order; `service` is REV as in force today, whose data names the grounds. */
export function decideOrder(service: ServiceDefinition, asked: OrderAsked): OrderAnswer {
  const refuse = (code: OrderRefusal): OrderAnswer => ({ allowed: false, code });
  if (!IN_FORCE.includes(asked.permit)) return refuse('permit-ended');
  if (!asked.registrar || asked.concerned.includes(asked.registrar)) return refuse('same-person');
  const ground = groundsOf(service, asked.kind).find(({ code }) => code === asked.ground);
  return ground ? { allowed: true, ground } : refuse('ground-unknown');
}

/** The grounds of one kind of order, in the order of the catalogue. */
export function groundsOf(service: ServiceDefinition, kind: OrderKind): readonly OrderGround[] {
  return (service.grounds ?? []).filter(({ endsAs }) => endsAs === kind);
}

/** `000001/2569`: counted within a Buddhist year. The real form of the number was not found; this is ours. */
export function permitOrderNumber(buddhistYear: number, running: number): string {
  return `${String(running).padStart(6, '0')}/${buddhistYear}`;
}
