import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A function of a package under the name by which people call it. */
export interface Registered<T> {
  readonly name: string;
  readonly run: T;
}

/**
 * Loads what packages offer: every file of the listed places that is there exports `exportName`, a record of
 * functions by name. Packages know nothing of tools/, so a file that is missing or cannot load is only reported.
 * @param places files, or folders whose `.ts` files are all looked at (tests excepted)
 */
export async function loadRegistered<T>(
  projectRoot: string,
  places: readonly string[],
  exportName: string,
): Promise<{ found: Registered<T>[]; faults: string[] }> {
  const found: Registered<T>[] = [];
  const faults: string[] = [];
  for (const file of places.flatMap((place) => filesOf(projectRoot, place))) {
    try {
      const module = (await import(pathToFileURL(join(projectRoot, file)).href)) as Record<string, unknown>;
      const isNamedSo = NAMED_SO.test(file);
      const offered = (module[exportName] ?? (isNamedSo ? functionsOf(module) : {})) as Record<string, T>;
      if (isNamedSo && Object.keys(offered).length === 0) faults.push(`${file} exports no ${exportName}`);
      for (const [name, run] of Object.entries(offered)) found.push({ name, run });
    } catch (error) {
      faults.push(`${file} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { found, faults };
}

/** Files that promise something by their name; others beside them are parts of these. */
const NAMED_SO = /-(bench|benches|proof|proofs)\.ts$/;

/** Without a record every exported function counts, under its own name: `fingerMatch` is `finger-match`. */
function functionsOf(module: Record<string, unknown>): Record<string, unknown> {
  const kebab = (name: string) =>
    name.replace(/(Bench|Proof)$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const functions = Object.entries(module).filter(([, value]) => typeof value === 'function');
  return Object.fromEntries(functions.map(([name, value]) => [kebab(name), value]));
}

function filesOf(projectRoot: string, place: string): string[] {
  if (!existsSync(join(projectRoot, place))) return [];
  if (place.endsWith('.ts')) return [place];
  return readdirSync(join(projectRoot, place))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => `${place}/${name}`);
}
