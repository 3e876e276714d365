import { startSmsSimulator } from './sms-simulator.ts';

/** `npm run simulate -- sms`: a gateway that shows messages instead of sending them. */
const environment = process.env;
if (environment['APP_MODE'] === 'production')
  throw new Error('The SMS simulator is refused in production mode.');
const simulator = await startSmsSimulator({ port: Number(environment['PORT'] ?? 8092) });
console.log(`SIMULATED SMS GATEWAY on ${simulator.url}`);
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const)
  process.once(signal, () => void simulator.close());
