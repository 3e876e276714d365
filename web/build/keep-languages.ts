import { parseAst } from 'rolldown/parseAst';

/** The order of rows of six, and the names in texts written by language (domain/src/texts/text.ts). */
const LANGUAGES = ['th', 'en', 'my', 'km', 'lo', 'vi'];

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}
interface Cut {
  readonly start: number;
  readonly end: number;
}

/**
 * A module of texts with the words of `language` and, as what `say` falls back to, of English; those of the other
 * languages are left out. Two shapes are known: rows of six strings, and objects whose names are languages.
 */
export function keepLanguages(code: string, language: string): string {
  const kept = [language, 'en'];
  const cuts: Cut[] = [];
  walk(parseAst(code, { lang: 'ts' }) as unknown as Node, (node) => cuts.push(...cutsOf(node, kept)));
  return cuts
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), code);
}

/** The names that a module exports, so that another module can hand them on. */
export function exportedNames(code: string): readonly string[] {
  const program = parseAst(code, { lang: 'ts' }) as unknown as { readonly body: readonly Node[] };
  return program.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || node['exportKind'] === 'type') return [];
    const declaration = node['declaration'] as Node | null;
    if (!declaration) return (node['specifiers'] as Node[]).map((one) => nameOf(one['exported'] as Node));
    if (declaration.type === 'VariableDeclaration')
      return (declaration['declarations'] as Node[]).map((one) => nameOf(one['id'] as Node));
    return declaration.type === 'FunctionDeclaration' ? [nameOf(declaration['id'] as Node)] : [];
  });
}

function cutsOf(node: Node, kept: readonly string[]): readonly Cut[] {
  const words = node.type === 'ArrayExpression' ? rowOf(node) : byLanguage(node);
  return words.filter(({ language }) => !kept.includes(language)).map(({ cut }) => cut);
}

interface Word {
  readonly language: string;
  /** What is left out where the language is not wanted: a place in a row stays as a hole, a name goes with its comma. */
  readonly cut: Cut;
}

function rowOf(node: Node): readonly Word[] {
  const elements = node['elements'] as (Node | null)[];
  if (elements.length !== LANGUAGES.length || !elements.every(isText)) return [];
  return elements.map((value, index) => ({ language: LANGUAGES[index]!, cut: value! }));
}

function byLanguage(node: Node): readonly Word[] {
  if (node.type !== 'ObjectExpression') return [];
  const properties = node['properties'] as Node[];
  const words = properties.flatMap(({ key, value, start, end }, index) => {
    const language = key ? nameOf(key as Node) : '';
    if (!isText(value as Node) || !LANGUAGES.includes(language)) return [];
    return [{ language, cut: { start, end: properties[index + 1]?.start ?? end } }];
  });
  // Thai and English stand in every text; an object with one of the names only is something else.
  const names = new Set(words.map(({ language }) => language));
  return names.has('th') && names.has('en') && words.length === properties.length ? words : [];
}

function isText(node: Node | null): boolean {
  if (node?.type === 'TemplateLiteral') return (node['expressions'] as Node[]).length === 0;
  return node?.type === 'Literal' && typeof node['value'] === 'string';
}

function nameOf(node: Node): string {
  return String(node['name'] ?? node['value'] ?? '');
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value])
      if (child && typeof child === 'object' && 'type' in child) walk(child as Node, visit);
}
