import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { samplePicture } from '../../images/sample-picture.ts';
import { encodePng } from '../../images/sharp-image.ts';
import { expectProblem, orderFor, readerContract } from '../reader-contract.ts';
import { readerRegistry } from '../reader-registry.ts';
import { selfTest } from '../self-test.ts';
import { systemReaderTime as time } from '../system-reader-time.ts';
import { forkAdapter } from './adapter-child.ts';
import { superviseAdapter, type SupervisedAdapter } from './supervise-adapter.ts';

const folder = mkdtempSync(join(tmpdir(), 'supervised-'));
beforeAll(async () => {
  const picture = await encodePng(samplePicture(96, 96, 500));
  for (const name of ['right-index', 'right-thumb', 'left-thumb', 'right-iris']) {
    await writeFile(join(folder, `${name}.png`), picture);
  }
});
afterAll(() => rm(folder, { recursive: true }));

const supervised = (captureMs: number, hangMs = 5_000): SupervisedAdapter =>
  superviseAdapter({
    mode: 'demo',
    time,
    setup: { door: 'file', folder, captureMs },
    startChild: () => forkAdapter(),
    hangMs,
  });

const shared = supervised(150);
afterAll(() => shared.close());
// One process for the whole contract: starting one takes a moment.
readerContract('an adapter in a process of its own', async () => ({
  adapter: { ...shared, close: async () => undefined },
  targets: ['right-index', 'two-thumbs', 'right-iris'],
  slowTarget: 'right-index',
  stop: async () => undefined,
}));

describe('an adapter whose process', () => {
  test('is killed in the middle of a capture: that capture fails, the session goes on with one more try', async () => {
    const adapter = supervised(400);
    const reader = await adapter.open('file:finger');
    const capture = reader.capture(orderFor('right-index'));
    setTimeout(() => process.kill(adapter.health().pid!, 'SIGKILL'), 100);
    await expectProblem(capture, 'driver');
    const [frame] = await reader.capture(orderFor('right-index'));
    expect(frame!.position).toBe('right-index');
    expect(adapter.health()).toMatchObject({ state: 'running', restarts: 1 });
    await adapter.close();
  });

  test('hangs: the watchdog ends it, and the next try runs in a new one', async () => {
    const adapter = supervised(200, 1_200);
    const reader = await adapter.open('file:finger');
    process.kill(adapter.health().pid!, 'SIGSTOP');
    await expectProblem(reader.capture(orderFor('right-index')), 'driver');
    expect(await reader.capture(orderFor('right-index'))).toHaveLength(1);
    await adapter.close();
  });

  test('is stopped on purpose ends without being started again', async () => {
    const adapter = supervised(0);
    await adapter.discover();
    await adapter.close();
    expect(adapter.health()).toMatchObject({ state: 'ended', pid: undefined, lastReason: 'closed' });
  });
});

test('the self-test opens every device and says which one does not answer', async () => {
  const registry = readerRegistry([shared]);
  expect(await selfTest(registry, time)).toMatchObject([
    { readerId: 'file:finger', ok: true },
    { readerId: 'file:iris', ok: true },
  ]);
  const broken = readerRegistry([{ ...shared, open: () => Promise.reject(new Error('no such driver')) }]);
  expect(await selfTest(broken, time)).toMatchObject([{ ok: false, problem: 'driver' }, { ok: false }]);
});

test('a simulator is refused in production in its own process too', async () => {
  const refused: string[] = [];
  const adapter = superviseAdapter({
    mode: 'production',
    time,
    setup: { door: 'file', folder },
    startChild: () => forkAdapter(),
    onRefused: (_what, { problem }) => refused.push(problem),
    hangMs: 3_000,
  });
  const gone = adapter.discover();
  await expectProblem(gone, 'simulator-refused');
  expect(refused).toEqual(['simulator-refused']);
  await adapter.close();
});
