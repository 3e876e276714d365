import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCard } from '../../card-builders.ts';
import { renderPaper } from '../../papers/render-paper.ts';
import { samplePapers } from '../../papers/sample-papers.ts';
import { renderCard } from '../../render/render-card.ts';
import { ippClient, type IppClient } from './ipp-client.ts';

/**
 * Against ippeveprinter of CUPS (Debian: cups-ipp-utils; it wants dbus and avahi-daemon running). IPPEVEPRINTER_URL
 * and IPPEVEPRINTER_SPOOL name one that runs already with -k and -d.
 */
const PORT = 18_633;
const running = process.env['IPPEVEPRINTER_URL'];
const isThere = running !== undefined || spawnSync('sh', ['-c', 'command -v ippeveprinter']).status === 0;
const whenThere = isThere ? test : test.skip;

let spool = process.env['IPPEVEPRINTER_SPOOL'] ?? '';
let program: ChildProcess | undefined;
let client: IppClient;

beforeAll(async () => {
  if (!isThere) return;
  if (running === undefined) {
    spool = await mkdtemp(join(tmpdir(), 'ippeve-'));
    program = spawn(
      'ippeveprinter',
      ['-p', String(PORT), '-d', spool, '-k', '-f', 'application/pdf', 'card'],
      {
        stdio: 'ignore',
      },
    );
  }
  client = ippClient(running ?? `ipp://127.0.0.1:${PORT}/ipp/print`);
  await eventually(async () => !(await client.printerState()).stopped);
});
afterAll(() => void program?.kill());

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await holds().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('it did not come about within forty seconds');
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function receivedHashes(): Promise<string[]> {
  const files = (await readdir(spool)).filter((name) => name.endsWith('.pdf'));
  return Promise.all(files.map(async (name) => sha256(await readFile(join(spool, name)))));
}

whenThere(
  'a card and a letter arrive byte by byte, and their jobs complete',
  async () => {
    const { pdf } = await renderCard(await aCard());
    const letter = await renderPaper(samplePapers['refusal-letter']);
    for (const [name, bytes] of [['card', pdf] as const, ['letter', letter] as const]) {
      const jobId = await client.printJob({ name, mediaType: 'application/pdf', bytes });
      await eventually(async () => (await client.jobState(jobId)) === 'completed');
    }
    const hashes = await receivedHashes();
    expect(hashes).toContain(sha256(pdf));
    expect(hashes).toContain(sha256(letter));
  },
  120_000,
);
