import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** Path from the project's root, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

export interface Import {
  /** As written: `zod`, `node:fs`, `@permit/domain/refusal.ts`, `./x.ts`. */
  readonly specifier: string;
  /** Path from the root where it is a file of ours, the package's name otherwise. */
  readonly target: string;
  readonly own: boolean;
}

const SKIPPED = new Set(['node_modules', 'dist', 'artifacts', 'fixtures', '.local', '.git', 'coverage']);
const WORKSPACES_WITH_SRC = new Set(['domain', 'biometrics', 'server', 'print', 'kiosk-client', 'ui', 'web']);

/** Every source file of ours below a folder. */
export function listSources(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : listSources(path);
    return /\.(tsx?|mjs)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [readSource(path)] : [];
  });
}

/** One file with its imports; dynamic imports of a constant count as well. */
export function readSource(path: string, text = readFileSync(join(ROOT, path), 'utf8')): SourceFile {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  const unixPath = path.replaceAll('\\', '/');
  return {
    path: unixPath,
    text,
    imports: importedFiles.map(({ fileName }) => resolveImport(unixPath, fileName)),
  };
}

function resolveImport(from: string, specifier: string): Import {
  if (specifier.startsWith('.')) {
    const target = relative(ROOT, join(ROOT, dirname(from), specifier)).replaceAll('\\', '/');
    return { specifier, target, own: true };
  }
  const own = /^@permit\/([^/]+)\/(.+)$/.exec(specifier);
  if (own) {
    const [, workspace, rest] = own as unknown as [string, string, string];
    return {
      specifier,
      target: WORKSPACES_WITH_SRC.has(workspace) ? `${workspace}/src/${rest}` : `${workspace}/${rest}`,
      own: true,
    };
  }
  const parts = specifier.split('/');
  return {
    specifier,
    target: specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!,
    own: false,
  };
}

/** True for tests and what only tests use. */
export function isTestFile(path: string): boolean {
  return (
    /\.(test|fixture|slow\.test|db\.test)\.tsx?$/.test(path) ||
    /\/(testing|fixtures|mutation)\//.test(path) ||
    path.startsWith('tests/')
  );
}
