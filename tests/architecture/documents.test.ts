import { expect, test } from '@jest/globals';
import { ERROR_CODES } from '@permit/domain/contract/error-body.ts';
import { PACKET_FAULTS } from '@permit/domain/contract/packet.ts';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './list-imports.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

test('docs/error-codes.md has every code with its status, and none that is gone', () => {
  const rows = [
    ...read('docs/error-codes.md')
      .split('## Detail')[0]!
      .matchAll(/^\| `([a-z-]+)`\s*\| (\d{3})\s*\|/gm),
  ];
  const documented = rows.map(([, code, status]) => `${code} ${status}`).sort();
  expect(documented).toEqual(
    Object.entries(ERROR_CODES)
      .map(([code, [status]]) => `${code} ${status}`)
      .sort(),
  );
});

test('docs/stations.md explains every fault of a packet', () => {
  const text = read('docs/stations.md');
  expect(PACKET_FAULTS.filter((fault) => !text.includes(`\`${fault}\``))).toEqual([]);
});

test.each(['README.md', 'ARCHITECTURE.md', 'docs/production.md', 'docs/operations.md'])(
  'every link of %s leads somewhere',
  (path) => {
    const links = [...read(path).matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1]!);
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(path), link)))).toEqual([]);
  },
);
