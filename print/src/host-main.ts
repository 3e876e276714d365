import { mkdir } from 'node:fs/promises';
import { pino } from 'pino';
import { readHostConfig, type HostConfig } from './config.ts';
import { heldOrderFile } from './host/held-order.ts';
import { httpPrintOrders } from './host/http-print-orders.ts';
import { backOff } from './host/persist.ts';
import { runHost } from './host/run-host.ts';
import { createPermitClient } from './permit-client.ts';
import { parseBlankRange } from './printers/blank-feeder.ts';
import type { CardPrinter } from './printers/card-printer.ts';
import { openFolderPrinter } from './printers/folder-printer.ts';
import { httpPrinter } from './printers/http-printer.ts';

/** The print host near the printer: one printer, one order at a time. */
const config = readHostConfig();
const log = pino({ level: config.LOG_LEVEL, name: 'print-host' });
await mkdir(config.PRINT_HOST_DIR, { recursive: true });

const client = createPermitClient({
  baseUrl: config.PERMIT_API_URL,
  username: config.PRINT_HOST_USERNAME,
  password: config.PRINT_HOST_PASSWORD,
});
const ports = {
  orders: httpPrintOrders(client),
  printer: await openPrinter(config),
  held: heldOrderFile(config.PRINT_HOST_DIR),
  pause: backOff,
  // The wall clock runs on while the machine sleeps; a jump of it makes the host more careful, never less.
  nowMs: () => Date.now(),
};

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopping = true;
    // With nothing in hand there is nothing to finish; with something, the next start settles it if time runs out.
    void ports.held.read().then((held) => {
      if (!held) process.exit(0);
    });
  });
}
log.info({ api: config.PERMIT_API_URL, printer: config.PRINTER }, 'print host is ready');
await runHost(ports, log, () => stopping);
process.exit(0);

async function openPrinter({ PRINTER, PRINT_HOST_DIR, PRINTER_BLANKS }: HostConfig): Promise<CardPrinter> {
  if (PRINTER !== 'folder') return httpPrinter(PRINTER);
  const blanks = parseBlankRange(PRINTER_BLANKS);
  return openFolderPrinter({ folder: PRINT_HOST_DIR, blanks, clock: () => new Date() });
}
