import { describe, expect, test } from '@jest/globals';
import { MESSAGE_EVENTS } from '@permit/domain/messages/message-events.ts';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findCycles } from './find-cycles.ts';
import { brokenImports, IMPORT_RULES } from './import-rules.ts';
import { isTestFile, listSources, readSource, ROOT } from './list-imports.ts';

const FOLDERS = [
  'domain',
  'biometrics',
  'server',
  'print',
  'kiosk-client',
  'ui',
  'web',
  'migrations',
  'tools',
];
const sources = FOLDERS.flatMap((folder) => listSources(folder));
const programs = sources.filter(({ path }) => !isTestFile(path));

test('nobody imports whom they may not', () => {
  expect(brokenImports(sources)).toEqual([]);
});

test('every import of ours names a file that is there', () => {
  const missing = sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ own, target }) => own && !existsSync(join(ROOT, target)))
      .map(({ specifier }) => `${path} imports ${specifier}`),
  );
  expect(missing).toEqual([]);
});

test('no file imports itself by a way round', () => {
  expect(findCycles(sources.filter(({ path }) => !isTestFile(path)))).toEqual([]);
});

/** Tables, texts and data may be long; programs are one named thing. */
const DATA =
  /(texts|services|nationality|holidays|occupation-lists|parameters|permits-api|filing-api|schemas?\/|card-texts|tables|status-texts|sample-drafts|sample-cards)/;
const LONGEST = 250;
const isTooLong = ({ path, text }: { path: string; text: string }) =>
  !DATA.test(path) && text.split('\n').length > LONGEST + 1;
test('no program file is longer than 250 lines', () => {
  expect(programs.filter(isTooLong).map(({ path }) => path)).toEqual([]);
  expect(isTooLong({ path: 'server/src/x.ts', text: '\n'.repeat(LONGEST + 1) })).toBe(true);
});

test('no file or folder is a drawer: utils, helpers, common, shared, manager', () => {
  expect(
    programs
      .filter(({ path }) => /(^|[/-])(utils?|helpers?|common|shared|managers?)([./-]|$)/.test(path))
      .map(({ path }) => path),
  ).toEqual([]);
});

test('process.env is read in configurations and main programs only', () => {
  const allowed =
    /(config|main|migration-targets|database|dev-database|programs|start|test|services|chromium|postgres|redis|run-step|conformance|prove|bench|measuring)/;
  const readers = programs.filter(
    ({ path, text }) => /process\.env/.test(text) && !path.startsWith('tools/') && !allowed.test(path),
  );
  expect(readers.map(({ path }) => path)).toEqual([]);
});

test('nobody with several parties is taken for the first of them: actingParty asks', () => {
  const first = /partyIds\s*(\[|\.at\(|\.find\()|\[\w+\]\s*=\s*(tx\.)?caller\.partyIds/;
  const takers = programs.filter(({ path, text }) => !path.includes('/benches/') && first.test(text));
  expect(takers.map(({ path }) => path)).toEqual([]);
  expect(
    ['tx.caller.partyIds[0]', 'const [centre] = tx.caller.partyIds;'].every((one) => first.test(one)),
  ).toBe(true);
});

test('domain and biometrics have no clock of their own', () => {
  const clocked = programs
    .filter(
      ({ path }) =>
        path.startsWith('domain/') ||
        (path.startsWith('biometrics/src/') &&
          !/(bench|prove|cli|system-reader-time|main|evaluat|self-test|choose-iris-kernel|interleaved-pairs|proofs)/.test(
            path,
          )),
    )
    .filter(({ text }) => /\bDate\.now\(\)|new Date\(\)|performance\.now\(\)/.test(text));
  expect(clocked.map(({ path }) => path)).toEqual([]);
});

test('no test replaces a module of ours by jest.mock', () => {
  // Put together here, so that this sentence does not find itself.
  const call = ['jest', 'mock('].join('.');
  expect(
    [...sources, ...listSources('tests')].filter(({ text }) => text.includes(call)).map(({ path }) => path),
  ).toEqual([]);
});

describe('each row of the import table is broken by a fixture that shows it', () => {
  const fixtures = readdirSync(join(ROOT, 'tests/architecture/fixtures'));
  test.each(IMPORT_RULES.map((rule, index) => [rule.name, index] as const))('%s', (name, index) => {
    const file = fixtures.find((fixture) => fixture.startsWith(`${String(index + 1).padStart(2, '0')}-`));
    expect(file).toBeDefined();
    const fixture = readSource(join('tests/architecture/fixtures', file!));
    // The first line says which place the fixture plays.
    const plays = /^\/\/ plays (\S+)/.exec(fixture.text)![1]!;
    expect(brokenImports([readSource(plays, fixture.text)]).some((sentence) => sentence.endsWith(name))).toBe(
      true,
    );
  });
});

test('a cycle of three is found', () => {
  const file = (path: string, next: string) => readSource(path, `import { x } from './${next}.ts';`);
  expect(
    findCycles([file('a/one.ts', 'two'), file('a/two.ts', 'three'), file('a/three.ts', 'one')]),
  ).toHaveLength(1);
});

test('every message that people are promised is sent by somebody', () => {
  const senders = programs.filter(({ path }) => path.startsWith('server/src/'));
  const silent = Object.keys(MESSAGE_EVENTS).filter(
    (event) => !senders.some(({ text }) => text.includes(`'${event}'`)),
  );
  expect(silent).toEqual([]);
});
