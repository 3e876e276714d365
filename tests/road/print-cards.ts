import { heldOrderFile } from '@permit/print/host/held-order.ts';
import { httpPrintOrders } from '@permit/print/host/http-print-orders.ts';
import { printOne, type PrintEnd } from '@permit/print/host/print-one.ts';
import type { LeasedPrint } from '@permit/print/host/print-orders.ts';
import { createPermitClient, type PermitClient } from '@permit/print/permit-client.ts';
import { printOrdersApi } from '@permit/domain/contract/print-orders-api.ts';
import type { CardPrinter } from '@permit/print/printers/card-printer.ts';
import { openFolderPrinter } from '@permit/print/printers/folder-printer.ts';
import { renderCard } from '@permit/print/render/render-card.ts';
import { renderNext } from '@permit/print/worker/render-next.ts';
import { join } from 'node:path';
import type { RoadServer } from './road-server.ts';

function clientOf(road: RoadServer, username: string): PermitClient {
  const account = road.accounts.find((known) => known.username === username)!;
  return createPermitClient({ baseUrl: road.origin, username, password: account.password });
}

/** Renders every queued card, through the print worker's own code. */
export async function renderCards(road: RoadServer): Promise<void> {
  const worker = clientOf(road, 'print-worker');
  while ((await renderNext(worker, renderCard, 0)).kind === 'stored') continue;
}

/** Renders every queued card and prints every rendered one, through the programs' own code. */
export async function printCards(road: RoadServer): Promise<PrintEnd[]> {
  await renderCards(road);
  const client = clientOf(road, 'print-host-74');
  const printer = await theFolderPrinter(road);
  const ports = {
    orders: httpPrintOrders(client),
    printer,
    held: heldOrderFile(join(road.folder, 'printer')),
    pause: async () => undefined,
    nowMs: () => Date.now(),
  };
  const ends: PrintEnd[] = [];
  for (let order = await leaseNow(client); order; order = await leaseNow(client))
    ends.push(await printOne(ports, order));
  return ends;
}

/** The printer of this road: cards lie in `printer/cards`. */
export function theFolderPrinter(road: RoadServer): Promise<CardPrinter> {
  const blanks = { prefix: 'WPC-', first: 1, last: 500, digits: 6 };
  return openFolderPrinter({ folder: join(road.folder, 'printer'), blanks, clock: () => new Date() });
}

async function leaseNow(client: PermitClient): Promise<LeasedPrint | undefined> {
  const { order, frontPng, backPng, pdf } = await client.call(printOrdersApi.leasePrint, { waitSeconds: 0 });
  if (!order?.leaseNo || !order.renderingSha256 || !frontPng || !backPng || !pdf) return undefined;
  const bytes = (text: string) => Buffer.from(text, 'base64');
  const { printOrderId, leaseNo, renderingSha256 } = order;
  return {
    printOrderId,
    leaseNo,
    renderingSha256,
    front: bytes(frontPng),
    back: bytes(backPng),
    pdf: bytes(pdf),
  };
}
