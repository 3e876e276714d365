import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readSimulatorConfig } from '../../config.ts';
import { parseBlankRange } from '../blank-feeder.ts';
import { EmissionsLog } from '../emissions-log.ts';
import { parseFaults } from './faults.ts';
import { SimulatedPrinter } from './simulated-printer.ts';
import { simulatorServer } from './simulator-server.ts';

/** The printer simulator as a program of its own: its own log, no database, nothing of the server's. */
const config = readSimulatorConfig();
await mkdir(config.PRINTER_SIMULATOR_DIR, { recursive: true });
const log = new EmissionsLog(join(config.PRINTER_SIMULATOR_DIR, 'emissions.log'), () => new Date());
const printer = new SimulatedPrinter(
  parseBlankRange(config.PRINTER_BLANKS),
  log,
  parseFaults(config.PRINTER_FAULTS),
);
const server = simulatorServer(printer);
server.listen(config.PRINTER_SIMULATOR_PORT, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(JSON.stringify({ printer: `http://127.0.0.1:${port}`, simulated: true }));
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
