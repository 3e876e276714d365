import { isTestFile, type SourceFile } from './list-imports.ts';

/**
 * Who may import whom (ARCHITECTURE.md), one row a sentence. `applies` picks the files that a row speaks of,
 * `allows` says of one import whether the row lets it pass. Tests may reach further; the rows are about programs.
 */
export interface ImportRule {
  readonly name: string;
  applies(path: string): boolean;
  allows(target: string, own: boolean): boolean;
}

const below =
  (...folders: string[]) =>
  (path: string) =>
    folders.some((folder) => path.startsWith(folder));
const isNode = (target: string) => target.startsWith('node:');
const oneOf =
  (...names: string[]) =>
  (target: string) =>
    names.includes(target);

/** The child process of the server that draws papers. */
const PRESS = 'server/src/papers/press-process.ts';

/** A package that only the named places may import. */
function onlyIn(packages: readonly string[], name: string, places: (path: string) => boolean): ImportRule {
  return {
    name,
    applies: (path) => !places(path),
    allows: (target) => !packages.includes(target),
  };
}

export const IMPORT_RULES: readonly ImportRule[] = [
  {
    name: 'domain imports itself, biometrics/codes and zod, nothing else',
    applies: below('domain/src/'),
    allows: (target, own) =>
      own ? target.startsWith('domain/') || target === 'biometrics/src/codes.ts' : target === 'zod',
  },
  {
    name: 'rules of domain never import its contract',
    applies: (path) => path.startsWith('domain/src/') && !path.startsWith('domain/src/contract/'),
    allows: (target) => !target.startsWith('domain/src/contract/'),
  },
  {
    name: 'biometrics stands alone',
    applies: below('biometrics/src/'),
    allows: (target, own) => !own || target.startsWith('biometrics/'),
  },
  {
    name: 'print imports domain and itself, no database',
    applies: below('print/src/'),
    allows: (target, own) =>
      own ? below('print/', 'domain/')(target) : !['knex', 'pg', 'express'].includes(target),
  },
  {
    name: 'server imports domain, biometrics, migrations and itself',
    applies: (path) => path.startsWith('server/src/') && path !== PRESS,
    allows: (target, own) => !own || below('server/', 'domain/', 'biometrics/', 'migrations/')(target),
  },
  {
    name: 'the station’s core imports domain, biometrics and the seam, and only Node and zod besides',
    applies: below('kiosk-client/src/core/'),
    allows: (target, own) =>
      own
        ? below('kiosk-client/src/core/', 'kiosk-client/src/kiosk-', 'domain/', 'biometrics/')(target)
        : isNode(target) || target === 'zod',
  },
  {
    name: 'the screens of the station know the seam, domain and ui, and no Node',
    applies: below('kiosk-client/src/renderer/'),
    allows: (target, own) =>
      own
        ? below('kiosk-client/src/renderer/', 'kiosk-client/src/kiosk-', 'domain/', 'ui/')(target) ||
          target === 'biometrics/src/codes.ts'
        : !isNode(target),
  },
  {
    name: 'web imports domain, ui and itself, and no Node',
    applies: below('web/src/'),
    allows: (target, own) =>
      own ? below('web/', 'domain/', 'ui/')(target) || target === 'biometrics/src/codes.ts' : !isNode(target),
  },
  {
    name: 'ui imports domain, biometrics/codes and itself, and no Node',
    applies: below('ui/src/'),
    allows: (target, own) =>
      own ? below('ui/', 'domain/')(target) || target === 'biometrics/src/codes.ts' : !isNode(target),
  },
  {
    name: 'migrations import no code of the application',
    applies: below('migrations/'),
    allows: (target, own) => (own ? target.startsWith('migrations/') : oneOf('knex', 'pg')(target)),
  },
  onlyIn(['electron'], 'electron only in the Electron host', below('kiosk-client/src/hosts/electron/')),
  onlyIn(['node-hid'], 'node-hid only in the HID readers', below('biometrics/src/readers/hid/')),
  onlyIn(
    ['bullmq', 'ioredis'],
    'bullmq and ioredis only in signals and in the print worker',
    below('server/src/signals/', 'print/src/worker-main.ts', 'tools/'),
  ),
  onlyIn(
    ['knex', 'pg'],
    'knex and pg only in database, stores, signals and migrations',
    below('server/src/database/', 'server/src/signals/', 'migrations/', 'tools/', 'server/src/benches/'),
  ),
  onlyIn(['express'], 'express only in app and http', below('server/src/app.ts', 'server/src/http/')),
  onlyIn(['pdfkit'], 'pdfkit only where papers are made', below('print/src/')),
  {
    name: 'only the press, a process of its own, draws papers, with print’s pure renderer (decision 0011)',
    applies: oneOf(PRESS),
    allows: (target, own) =>
      own ? target === 'print/src/papers/render-paper.ts' || target.startsWith('domain/') : isNode(target),
  },
];

/** Sentences about every import that breaks a row. */
export function brokenImports(
  files: readonly SourceFile[],
  rules: readonly ImportRule[] = IMPORT_RULES,
): string[] {
  return files
    .filter(({ path }) => !isTestFile(path))
    .flatMap((file) =>
      rules
        .filter((rule) => rule.applies(file.path))
        .flatMap((rule) =>
          file.imports
            .filter(({ target, own }) => !rule.allows(target, own))
            .map(({ specifier }) => `${file.path} imports ${specifier}: ${rule.name}`),
        ),
    );
}
