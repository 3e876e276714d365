import { cardHash } from '../render/card-hash.ts';
import {
  OrderRefused,
  type LeaseName,
  type LeasedPrint,
  type PrintOrders,
  type PrintOutcome,
} from './print-orders.ts';

type State = 'rendered' | 'reserved' | 'sending' | 'unknown' | 'printed' | 'passed';

interface Order {
  readonly id: string;
  state: State;
  leaseNo: number;
  leased: boolean;
  serial?: string;
}

const FACES = { front: Buffer.from('front'), back: Buffer.from('back'), pdf: Buffer.from('pdf') };

/**
 * The server's side of printing, in memory, by the same machine: for tests of the host. With `checksLease` off it
 * believes anyone, which is what a proof needs to fail on.
 */
export class FakePrintOrders implements PrintOrders {
  readonly orders: Order[];
  readonly #stock: Set<string>;
  readonly #usedSerials = new Set<string>();
  checksLease = true;

  constructor(ids: readonly string[], stock: readonly string[]) {
    this.orders = ids.map((id) => ({ id, state: 'rendered', leaseNo: 0, leased: false }));
    this.#stock = new Set(stock);
  }

  stateOf(id: string): State | undefined {
    return this.orders.find((order) => order.id === id)?.state;
  }

  /** The lease of every order has ended: what was sending is unknown, what was reserved is offered again. */
  endLeases(): void {
    for (const order of this.orders) {
      order.leased = false;
      if (order.state === 'sending') order.state = 'unknown';
      if (order.state === 'reserved') this.#release(order);
    }
  }

  async lease(): Promise<LeasedPrint | undefined> {
    const order = this.orders.find(({ state, leased }) => state === 'rendered' && !leased);
    if (!order) return undefined;
    order.leased = true;
    order.leaseNo += 1;
    const renderingSha256 = cardHash(FACES.front, FACES.back, FACES.pdf);
    return { printOrderId: order.id, leaseNo: order.leaseNo, renderingSha256, ...FACES };
  }

  async reserve(lease: LeaseName, serial: string): Promise<void> {
    const order = this.#held(lease);
    if (order.state === 'reserved' && order.serial === serial) return;
    if (order.state !== 'rendered') throw new OrderRefused('wrong-state');
    if (!this.#stock.has(serial) || this.#usedSerials.has(serial)) throw new OrderRefused('blank-refused');
    this.#usedSerials.add(serial);
    Object.assign(order, { state: 'reserved', serial });
  }

  async markSending(lease: LeaseName, serial: string): Promise<void> {
    const order = this.#held(lease);
    if (order.serial !== serial) throw new OrderRefused('wrong-state');
    if (order.state !== 'reserved' && order.state !== 'sending') throw new OrderRefused('wrong-state');
    order.state = 'sending';
  }

  async confirm(lease: LeaseName, { outcome }: PrintOutcome): Promise<void> {
    const order = this.#held(lease);
    if (outcome === 'printed' && (order.state === 'sending' || order.state === 'printed'))
      order.state = 'printed';
    else if (outcome === 'unknown' && (order.state === 'sending' || order.state === 'unknown'))
      order.state = 'unknown';
    else if (outcome === 'not-started') this.#release(order);
    else throw new OrderRefused('wrong-state');
  }

  async pass(lease: LeaseName): Promise<void> {
    const order = this.#held(lease);
    if (order.state !== 'printed' && order.state !== 'passed') throw new OrderRefused('wrong-state');
    order.state = 'passed';
  }

  #release(order: Order): void {
    if (order.serial !== undefined) this.#usedSerials.delete(order.serial);
    delete order.serial;
    Object.assign(order, { state: 'rendered', leased: false });
  }

  #held({ printOrderId, leaseNo }: LeaseName): Order {
    const order = this.orders.find(({ id }) => id === printOrderId);
    if (!order) throw new OrderRefused('wrong-state');
    const isHolder = order.leased && order.leaseNo === leaseNo;
    if (this.checksLease && !isHolder) throw new OrderRefused('lease-lost');
    return order;
  }
}
