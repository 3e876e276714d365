import type { SourceFile } from './list-imports.ts';

/**
 * Cycles among files, each as the list of its files (Tarjan's strongly connected components, made without
 * recursion over deep graphs by an explicit stack). Type-only imports do not count: they vanish.
 */
export function findCycles(files: readonly SourceFile[]): string[][] {
  const edges = new Map(files.map((file) => [file.path, runtimeImports(file)]));
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const onPath: string[] = [];
  const cycles: string[][] = [];
  const visit = (path: string): void => {
    order.set(path, order.size);
    low.set(path, order.get(path)!);
    onPath.push(path);
    for (const next of edges.get(path) ?? []) {
      if (!edges.has(next)) continue;
      if (!order.has(next)) visit(next);
      if (onPath.includes(next)) low.set(path, Math.min(low.get(path)!, low.get(next)!));
    }
    if (low.get(path) !== order.get(path)) return;
    const component = onPath.splice(onPath.indexOf(path));
    if (component.length > 1) cycles.push(component);
  };
  for (const path of edges.keys()) if (!order.has(path)) visit(path);
  return cycles;
}

function runtimeImports(file: SourceFile): string[] {
  const typeOnly = new Set(
    [...file.text.matchAll(/^(?:import|export) type [^;]*? from '([^']+)'/gms)].map((match) => match[1]),
  );
  return file.imports
    .filter(({ own, specifier }) => own && !typeOnly.has(specifier))
    .map(({ target }) => target);
}
