import { createServer } from 'node:http';
import { openBank } from './bank.ts';
import { bankPages } from './bank-pages.ts';

/**
 * A bank that does not exist: pays any bill that it is shown and reports it, signed, until the permit API has
 * acknowledged. A program of its own; it shares nothing with the server but the contract.
 */
const environment = process.env;
const port = Number(environment['PORT'] ?? 8096);
const folder = environment['BANK_DIR'];
const apiUrl = environment['API_URL'];
if (environment['APP_MODE'] === 'production')
  throw new Error('The bank simulator is refused in production mode.');
if (!folder || !apiUrl) throw new Error('BANK_DIR and API_URL are needed. See docs/operations.md.');

const bank = openBank({ folder, apiUrl });
const server = createServer(bankPages(bank));
server.listen(port, '127.0.0.1', () => console.log(`SIMULATED BANK on http://127.0.0.1:${port}`));
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) {
  process.once(signal, () => {
    bank.stop();
    server.close();
    server.closeAllConnections();
  });
}
