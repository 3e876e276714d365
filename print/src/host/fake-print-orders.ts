import { cardHash } from '../render/card-hash.ts';
import {
  OrderRefused,
  type LeaseName,
  type LeasedPrint,
  type PrintOrders,
  type PrintOutcome,
} from './print-orders.ts';

export interface FakeOrder {
  readonly id: string;
  /** The approved revision: a new try after a spoiled card belongs to the same. */
  readonly revision: string;
  state: 'rendered' | 'reserved' | 'sending' | 'unknown' | 'printed' | 'passed' | 'spoiled';
  leaseNo: number;
  leased: boolean;
  /** Milliseconds of the fake's clock. */
  leaseUntil: number;
  serial?: string;
}

export type BlankState = 'blank' | 'reserved' | 'issued' | 'spoiled';

const FACES = { front: Buffer.from('front'), back: Buffer.from('back'), pdf: Buffer.from('pdf') };
const LEASE_MS = 120_000;

/**
 * The server's side of printing, in memory, by the same machine and the same idempotence: for tests and proofs of the
 * host. With `checksLease` off it believes whoever comes, whatever step the order stands at: a proof must fail on it.
 */
export class FakePrintOrders implements PrintOrders {
  readonly orders: FakeOrder[];
  readonly stock: Map<string, BlankState>;
  checksLease = true;
  readonly #nowMs: () => number;

  constructor(ids: readonly string[], stock: readonly string[], nowMs: () => number = () => 0) {
    this.orders = ids.map((id) => newOrder(id, id));
    this.stock = new Map(stock.map((serial) => [serial, 'blank']));
    this.#nowMs = nowMs;
  }

  stateOf(id: string): FakeOrder['state'] | undefined {
    return this.orders.find((order) => order.id === id)?.state;
  }

  /** Leases that have run out: what was sending is unknown, what was reserved is offered again. */
  endLeases(isOver: (order: FakeOrder) => boolean = () => true): void {
    for (const order of this.orders.filter((one) => one.leased && isOver(one))) {
      order.leased = false;
      if (order.state === 'sending') order.state = 'unknown';
      if (order.state === 'reserved') this.#release(order);
    }
  }

  endOldLeases(): void {
    this.endLeases(({ leaseUntil }) => leaseUntil < this.#nowMs());
  }

  /** A person looked: the card is there and good, or the blank lies in the spoil box and a new try follows. */
  resolve(order: FakeOrder, found: 'printed' | 'spoiled'): void {
    if (found === 'printed') {
      this.#settle(order, 'passed', 'issued');
      return;
    }
    this.#settle(order, 'spoiled', 'spoiled');
    this.orders.push(newOrder(`${order.id}+`, order.revision));
  }

  async lease(): Promise<LeasedPrint | undefined> {
    const order = this.orders.find(({ state, leased }) => state === 'rendered' && !leased);
    if (!order) return undefined;
    order.leased = true;
    order.leaseNo += 1;
    order.leaseUntil = this.#nowMs() + LEASE_MS;
    const renderingSha256 = cardHash(FACES.front, FACES.back, FACES.pdf);
    return { printOrderId: order.id, leaseNo: order.leaseNo, renderingSha256, ...FACES };
  }

  async reserve(lease: LeaseName, serial: string): Promise<void> {
    const order = this.#held(lease);
    if (order.state === 'reserved' && order.serial === serial) return;
    if (order.state !== 'rendered' && this.checksLease) throw new OrderRefused('wrong-state');
    if (this.stock.get(serial) !== 'blank') throw new OrderRefused('blank-refused');
    this.stock.set(serial, 'reserved');
    Object.assign(order, { state: 'reserved', serial });
  }

  async markSending(lease: LeaseName, serial: string): Promise<void> {
    const order = this.#held(lease);
    const isMine = order.serial === serial;
    const fits = isMine && (order.state === 'reserved' || order.state === 'sending');
    if (!fits && this.checksLease) throw new OrderRefused('wrong-state');
    order.state = 'sending';
  }

  async confirm(lease: LeaseName, { outcome }: PrintOutcome): Promise<void> {
    const order = this.#held(lease);
    // From `sending` on, "nothing happened" is a claim that a person checks, as on the server.
    if (outcome === 'not-started' && order.state !== 'sending') return this.#release(order);
    const to = outcome === 'not-started' ? 'unknown' : outcome;
    if (order.state === to) return;
    if (order.state !== 'sending' && this.checksLease) throw new OrderRefused('wrong-state');
    order.state = to;
  }

  async pass(lease: LeaseName): Promise<void> {
    const order = this.#held(lease);
    if (order.state === 'passed') return;
    if (order.state !== 'printed') throw new OrderRefused('wrong-state');
    this.#settle(order, 'passed', 'issued');
  }

  #settle(order: FakeOrder, state: 'passed' | 'spoiled', blank: BlankState): void {
    order.state = state;
    if (order.serial !== undefined) this.stock.set(order.serial, blank);
  }

  #release(order: FakeOrder): void {
    if (order.state !== 'rendered' && order.state !== 'reserved') throw new OrderRefused('wrong-state');
    if (order.serial !== undefined) this.stock.set(order.serial, 'blank');
    delete order.serial;
    Object.assign(order, { state: 'rendered', leased: false });
  }

  #held({ printOrderId, leaseNo }: LeaseName): FakeOrder {
    const order = this.orders.find(({ id }) => id === printOrderId);
    if (!order) throw new OrderRefused('wrong-state');
    const isHolder = order.leased && order.leaseNo === leaseNo;
    if (this.checksLease && !isHolder) throw new OrderRefused('lease-lost');
    return order;
  }
}

function newOrder(id: string, revision: string): FakeOrder {
  return { id, revision, state: 'rendered', leaseNo: 0, leased: false, leaseUntil: 0 };
}
