import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { derivePorts } from '../../tools/launch/ports.mjs';
import { listPrograms, setUpEnvironment, type Settings } from '../../tools/launch/programs.mjs';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const accounts = [
  { role: 'print-worker', username: 'worker-1', password: 'w' },
  { role: 'print-host', username: 'host-1', password: 'h' },
];

function settingsOf(dataDir: string, port: number): Settings {
  return {
    ...{ projectRoot, dataDir, ports: derivePorts(port), captureFrom: undefined, redisUrl: undefined },
    ...{ databaseUrl: `postgres://app@${dataDir}`, ownerUrl: `postgres://owner@${dataDir}` },
    ...{
      keyPassphrase: `${dataDir}-key`,
      stationToken: `${dataDir}-token`,
      stationPassphrase: `${dataDir}-seal`,
    },
  };
}

/** Values that tell one instance from another; what both inherit from this machine does not count. */
function ownValues(dataDir: string, port: number) {
  const { programs } = listPrograms(settingsOf(dataDir, port), accounts);
  const shared = new Set([...Object.values(process.env), 'demo', 'folder', 'worker-1', 'host-1', 'w', 'h']);
  const values = programs.flatMap(({ env }) => Object.values(env));
  return new Set(values.filter((value) => !shared.has(value) && !value?.startsWith(projectRoot)));
}

test('two instances share no port, folder, database or secret', () => {
  const [one, two] = [ownValues('/data/one', 8080), ownValues('/data/two', 8180)];
  expect(one.size).toBeGreaterThan(8);
  expect([...one].filter((value) => two.has(value))).toEqual([]);
});

test('no program but the set-up is told the owner of the tables', () => {
  const settings = settingsOf('/data/one', 8080);
  const told = listPrograms(settings, accounts).programs.flatMap(({ env }) => Object.values(env));
  expect(told).not.toContain(settings.ownerUrl);
  expect(setUpEnvironment(settings).DATABASE_OWNER_URL).toBe(settings.ownerUrl);
});

test('neither the print programs nor the station are told of the database or its keys', () => {
  const { programs } = listPrograms(settingsOf('/data/one', 8080), accounts);
  const outside = programs.filter(({ name }) =>
    ['print-worker', 'print-host', 'station', 'bank'].includes(name),
  );
  expect(outside).toHaveLength(4);
  for (const { env } of outside)
    expect(Object.keys(env).filter((key) => /^(DATABASE|REDIS|KEY_STORE|DATA_DIR)/.test(key))).toEqual([]);
});

test.each(['server/src/config.ts', 'print/src/config.ts', 'kiosk-client/src/hosts/loopback/config.ts'])(
  'docs/operations.md names every variable of %s',
  (file) => {
    const read = (path: string) => readFileSync(`${projectRoot}/${path}`, 'utf8');
    const variables = [...read(file).matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name!);
    const documented = read('docs/operations.md');
    expect(variables.length).toBeGreaterThan(3);
    expect(variables.filter((name) => !documented.includes(`\`${name}\``))).toEqual([]);
  },
);
