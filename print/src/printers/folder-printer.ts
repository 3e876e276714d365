import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { nextBlank, type BlankRange } from './blank-feeder.ts';
import type { CardPrinter, PrintJob, PrintReport } from './card-printer.ts';
import { EmissionsLog } from './emissions-log.ts';

export interface FolderPrinterOptions {
  readonly folder: string;
  readonly blanks: BlankRange;
  readonly clock: () => Date;
}

/**
 * A printer that "prints" into a folder: `cards/<serial>/{front.png,back.png,card.pdf}` and `emissions.log`. A card
 * appears whole or not at all (temporary folder, fsync, rename), and a blank once fed is never fed again.
 */
export async function openFolderPrinter(options: FolderPrinterOptions): Promise<CardPrinter> {
  const { folder, blanks } = options;
  await mkdir(join(folder, 'cards'), { recursive: true });
  const log = new EmissionsLog(join(folder, 'emissions.log'), options.clock);
  return {
    status: async () =>
      (await nextBlank(blanks, log)) ? { ready: true } : { ready: false, problem: 'no-blank' },
    scanBlank: () => nextBlank(blanks, log),
    printFaces: (job) => printIntoFolder(folder, log, job),
    eject: (serial) => log.append({ event: 'ejected', serial }),
    reject: (serial) => log.append({ event: 'rejected', serial }),
  };
}

async function printIntoFolder(folder: string, log: EmissionsLog, job: PrintJob): Promise<PrintReport> {
  const { blankSerial: serial, printOrderId } = job;
  const wasFed = (await log.read()).some((emission) => emission.serial === serial);
  if (wasFed) return { outcome: 'nothing-happened', problem: 'serial-differs' };
  await log.append({ event: 'fed', serial, printOrderId });
  await writeCard(folder, serial, job);
  const sha256 = createHash('sha256').update(job.front).update(job.back).digest('hex');
  await log.append({ event: 'emitted', serial, printOrderId, sha256 });
  return { outcome: 'card-out', serialReadBack: serial, cardsCounted: 1 };
}

async function writeCard(folder: string, serial: string, job: PrintJob): Promise<void> {
  const temporary = join(folder, `.${serial}.tmp`);
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary);
  await writeDurably(join(temporary, 'front.png'), job.front);
  await writeDurably(join(temporary, 'back.png'), job.back);
  await writeDurably(join(temporary, 'card.pdf'), job.pdf);
  await syncFolder(temporary);
  await rename(temporary, join(folder, 'cards', serial));
  // A rename is only durable once the folder that holds the name is on the disk.
  await syncFolder(join(folder, 'cards'));
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
