import { afterAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startPostgres } from '../../tools/launch/postgres.mjs';
import { readPid } from '../../tools/launch/watchdog.mjs';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const isRoot = process.getuid?.() === 0;
afterAll(removeTemporaryFolders);

async function ask(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function askUntilUp(url: string, sql: string): Promise<unknown[]> {
  for (let waited = 0; ; waited += 100) {
    try {
      return await ask(url, sql);
    } catch (error) {
      if (waited > 15_000) throw error;
      await delay(100);
    }
  }
}

test('PostgreSQL keeps its data over a restart, and comes back by itself when it is killed', async () => {
  const dataDir = temporaryFolder();
  const first = await startPostgres({ projectRoot, dataDir });
  await ask(first.url, 'CREATE TABLE kept (id int)');
  await first.stop();
  const second = await startPostgres({ projectRoot, dataDir });
  try {
    expect(await ask(second.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 0 }]);
    expect(await ask(second.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    process.kill(second.pid!, 'SIGKILL');
    await ask(second.url, 'SELECT 1').catch(() => undefined);
    expect(await askUntilUp(second.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 0 }]);
  } finally {
    await second.stop();
  }
});

test('nobody gets in without the password, which only the owner of the folder can read', async () => {
  const dataDir = temporaryFolder();
  const postgres = await startPostgres({ projectRoot, dataDir, throwaway: true });
  try {
    const wrong = new URL(postgres.url);
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(existsSync(join(dataDir, 'postgres', 'password'))).toBe(false);
  } finally {
    await postgres.stop();
  }
});

test('a stale postmaster.pid that names another program does not stop the start', async () => {
  const dataDir = temporaryFolder();
  await (await startPostgres({ projectRoot, dataDir })).stop();
  const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(bystander, 'spawn');
  writeFileSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'), `${bystander.pid}\n/x\n0\n5432\n`);
  await (await startPostgres({ projectRoot, dataDir })).stop();
  expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
  bystander.kill('SIGKILL');
});

test('when the launcher is killed PostgreSQL ends by itself', async () => {
  const dataDir = temporaryFolder();
  const module = join(projectRoot, 'tools/launch/postgres.mjs');
  const script = `import { startPostgres } from ${JSON.stringify(module)};
    await startPostgres({ projectRoot: ${JSON.stringify(projectRoot)}, dataDir: ${JSON.stringify(dataDir)} });
    console.log('up');`;
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(launcher.stdout, 'data');
  const pidFile = join(dataDir, 'postgres', 'data', 'postmaster.pid');
  expect(readPid(pidFile)).toBeGreaterThan(0);
  launcher.kill('SIGKILL');
  for (let waited = 0; waited < 10_000 && existsSync(pidFile); waited += 50) await delay(50);
  expect(existsSync(pidFile)).toBe(false);
});

test('a cluster whose making was cut short is made again', async () => {
  const dataDir = temporaryFolder();
  mkdirSync(join(dataDir, 'postgres', 'data'), { recursive: true });
  writeFileSync(join(dataDir, 'postgres', 'data', 'PG_VERSION'), '18\n');
  const postgres = await startPostgres({ projectRoot, dataDir, throwaway: true });
  expect(await ask(postgres.url, 'SELECT current_database() AS name')).toEqual([{ name: 'permit' }]);
  await postgres.stop();
});

const asRoot = isRoot ? test : test.skip;

function uidOf(pid: number) {
  return /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
}

asRoot('as root without user namespaces PostgreSQL runs as nobody, in the data folder', async () => {
  const dataDir = temporaryFolder();
  const postgres = await startPostgres({ projectRoot, dataDir, throwaway: true, namespaces: false });
  try {
    expect(uidOf(postgres.pid!)).toBe('65534');
    expect(await ask(postgres.url, 'SHOW data_directory')).toEqual([
      { data_directory: join(dataDir, 'postgres', 'data') },
    ]);
    // Others still see nothing of the folder, and nobody may pass but not look.
    expect(statSync(dataDir).mode & 0o777).toBe(0o710);
  } finally {
    await postgres.stop();
  }
});

asRoot('where nobody cannot reach the data folder the cluster lies in a folder of its own', async () => {
  const home = temporaryFolder();
  const dataDir = join(home, 'below');
  mkdirSync(dataDir, { mode: 0o700 });
  const postgres = await startPostgres({ projectRoot, dataDir, throwaway: true, namespaces: false });
  try {
    const [row] = (await ask(postgres.url, 'SHOW data_directory')) as [{ data_directory: string }];
    expect(row.data_directory).toMatch(/^\/tmp\/permit-data-[0-9a-f]{12}\/data$/);
    expect(uidOf(postgres.pid!)).toBe('65534');
  } finally {
    await postgres.stop();
  }
  expect([statSync(home), statSync(dataDir)].map(({ mode }) => mode & 0o777)).toEqual([0o700, 0o700]);
  expect(readdirSync(join(dataDir, 'postgres'))).toEqual([]);
});
