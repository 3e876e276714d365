// `npm run record-contract`: adds requests of operations that are not recorded yet to tests/contract/recorded. What is
// recorded is never changed: old clients go on sending it (decisions.md 9).
import { exampleOf } from '@permit/domain/contract/examples/operation-examples.ts';
import { toHttpRequest } from '@permit/domain/contract/http-request.ts';
import { allEndpoints } from '@permit/domain/contract/permit-api.ts';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Recorded {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

const file = fileURLToPath(new URL('../tests/contract/recorded/1.json', import.meta.url));
const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Recorded[]) : [];
const recorded = new Set(known.map(({ operation }) => operation));
const added = allEndpoints
  .filter(({ id }) => !recorded.has(id))
  .map((endpoint): Recorded => {
    const { method, path, body } = toHttpRequest(endpoint, { ...exampleOf(endpoint).input }, 'recorded-key');
    const json = typeof body === 'string' ? { body: JSON.parse(body) as unknown } : {};
    return { operation: endpoint.id, method, path, ...json };
  });
writeFileSync(file, `${JSON.stringify([...known, ...added], null, 2)}\n`);
console.log(`${known.length} requests were recorded before, ${added.length} added`);
