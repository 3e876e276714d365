import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const HeldOrderSchema = z.object({
  printOrderId: z.string(),
  leaseNo: z.int(),
  blankSerial: z.string(),
  /** How far it may have come: written before the server is asked for the step. */
  step: z.enum(['reserved', 'sending']),
});
export type HeldOrder = z.infer<typeof HeldOrderSchema>;

/**
 * The one order that the host has its hands on, on its own disk. After a crash it tells what must be reported as
 * doubtful, also where several hosts serve one centre and the server's list does not say whose an order was.
 */
export interface HeldOrderFile {
  read(): Promise<HeldOrder | undefined>;
  write(held: HeldOrder): Promise<void>;
  clear(): Promise<void>;
}

export function heldOrderFile(folder: string): HeldOrderFile {
  const path = join(folder, 'held-order.json');
  return {
    async read() {
      const text = await readFile(path, 'utf8').catch(() => undefined);
      if (text === undefined) return undefined;
      const held = parseHeld(text);
      // Set aside for whoever looks; the end of the lease settles the order on the server.
      if (!held) await rename(path, `${path}.unreadable`);
      return held;
    },
    async write(held) {
      const handle = await open(`${path}.tmp`, 'w');
      try {
        await handle.writeFile(JSON.stringify(held));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(`${path}.tmp`, path);
      const directory = await open(folder, 'r');
      await directory.sync().finally(() => directory.close());
    },
    clear: () => rm(path, { force: true }),
  };
}

function parseHeld(text: string): HeldOrder | undefined {
  try {
    return HeldOrderSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
