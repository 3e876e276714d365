import { printOrdersApi } from '@permit/domain/contract/print-orders-api.ts';
import { ApiProblem, type PermitClient } from '../permit-client.ts';
import { OrderRefused, type LeasedPrint, type PrintOrders } from './print-orders.ts';

/** How long the server may hold a request that asks for work. */
const WAIT_SECONDS = 20;

/** The print orders over the permit API. */
export function httpPrintOrders(client: PermitClient): PrintOrders {
  return {
    lease: () => lease(client),
    reserve: (name, blankSerial) => start(client, { ...name, step: 'reserved', blankSerial }),
    markSending: (name, blankSerial) => start(client, { ...name, step: 'sending', blankSerial }),
    confirm: async (name, outcome) => {
      await refusing(client.call(printOrdersApi.confirmPrint, { ...name, ...outcome }));
    },
    pass: async (name) => {
      await refusing(client.call(printOrdersApi.passCard, name));
    },
  };
}

async function lease(client: PermitClient): Promise<LeasedPrint | undefined> {
  const { order, frontPng, backPng, pdf } = await client.call(printOrdersApi.leasePrint, {
    waitSeconds: WAIT_SECONDS,
  });
  if (!order?.leaseNo || !order.renderingSha256 || !frontPng || !backPng || !pdf) return undefined;
  return {
    printOrderId: order.printOrderId,
    leaseNo: order.leaseNo,
    renderingSha256: order.renderingSha256,
    front: Buffer.from(frontPng, 'base64'),
    back: Buffer.from(backPng, 'base64'),
    pdf: Buffer.from(pdf, 'base64'),
  };
}

interface Start {
  readonly printOrderId: string;
  readonly leaseNo: number;
  readonly step: 'reserved' | 'sending';
  readonly blankSerial: string;
}

async function start(client: PermitClient, input: Start): Promise<void> {
  await refusing(client.call(printOrdersApi.startPrint, input));
}

const REASONS: Readonly<Record<string, OrderRefused['reason']>> = {
  'lease-lost': 'lease-lost',
  'no-blank': 'blank-refused',
  'duplicate-serial': 'blank-refused',
  'wrong-state': 'wrong-state',
  conflict: 'wrong-state',
  'not-found': 'wrong-state',
};

/** A refusal of the rules becomes OrderRefused; a server that is away stays what it is, and is asked again. */
async function refusing<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const reason = error instanceof ApiProblem ? REASONS[error.code] : undefined;
    throw reason ? new OrderRefused(reason) : error;
  }
}
