import { heldOrderFile } from '@permit/print/host/held-order.ts';
import type { PrintOrders } from '@permit/print/host/print-orders.ts';
import { SteppedHost } from '@permit/print/host/stepped-host.ts';
import type { BlankRange } from '@permit/print/printers/blank-feeder.ts';
import type { CardPrinter } from '@permit/print/printers/card-printer.ts';
import { EmissionsLog } from '@permit/print/printers/emissions-log.ts';
import type { PrinterFault } from '@permit/print/printers/simulator/faults.ts';
import { SimulatedPrinter } from '@permit/print/printers/simulator/simulated-printer.ts';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** One host with its printer; the printer's log survives every death of the host. */
export interface PrintBench {
  readonly range: BlankRange;
  readonly log: EmissionsLog;
  readonly host: () => SteppedHost;
  /** The process dies before its next call and is started again over the same disk. */
  restart(): Promise<void>;
  frozenUntilMs: number;
}

interface BenchInit {
  readonly range: BlankRange;
  readonly orders: PrintOrders;
  readonly faults: readonly PrinterFault[];
  readonly folder: string;
  readonly nowMs: () => number;
}

export async function openBench({ range, orders, faults, folder, nowMs }: BenchInit): Promise<PrintBench> {
  await mkdir(folder, { recursive: true });
  const log = new EmissionsLog(join(folder, 'emissions.log'), () => new Date(nowMs()));
  const printer = portOf(new SimulatedPrinter(range, log, faults));
  const held = heldOrderFile(folder);
  const newHost = () => new SteppedHost({ orders, printer, held, pause: async () => undefined, nowMs });
  let host = newHost();
  await host.start();
  const restart = async () => {
    await host.kill();
    host = newHost();
    await host.start();
  };
  return { range, log, host: () => host, restart, frozenUntilMs: 0 };
}

function portOf(printer: SimulatedPrinter): CardPrinter {
  return {
    status: () => printer.status(),
    scanBlank: () => printer.blank(),
    eject: (serial) => printer.putAway('ejected', serial),
    reject: (serial) => printer.putAway('rejected', serial),
    printFaces: async (job) => {
      const answer = await printer.print({ ...job, sha256: '' });
      if (answer === 'silent' || answer === 'cut') throw new Error('the printer did not answer');
      return answer;
    },
  };
}
