import { parseAst } from 'rolldown/parseAst';

/** The order of rows of six, and the names in texts written by language (domain/src/texts/text.ts). */
const LANGUAGES = ['th', 'en', 'my', 'km', 'lo', 'vi'];

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}
/** A text in all languages, and how it is written with some of them. */
interface Rewritten {
  readonly start: number;
  readonly end: number;
  readonly as: string;
}

/**
 * A module of texts with the words of `language` and, as what `say` falls back to, of English; those of the other
 * languages are left out. Two shapes are known: rows of six strings, and objects whose names are languages.
 */
export function keepLanguages(code: string, language: string): string {
  const kept = [language, 'en'];
  const found: Rewritten[] = [];
  walk(parseAst(code, { lang: 'ts' }) as unknown as Node, (node) => {
    const as = node.type === 'ArrayExpression' ? row(node, code, kept) : byLanguage(node, code, kept);
    if (as !== undefined) found.push({ start: node.start, end: node.end, as });
  });
  return found
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, as }) => text.slice(0, start) + as + text.slice(end), code);
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

/** A row of six keeps its places: those that are not wanted become holes. */
function row(node: Node, code: string, kept: readonly string[]): string | undefined {
  const elements = node['elements'] as (Node | null)[];
  if (elements.length !== LANGUAGES.length || !elements.every(isText)) return undefined;
  const words = elements.map((word, at) => (kept.includes(LANGUAGES[at]!) ? sourceOf(word!, code) : ''));
  // A comma after the last place, or a hole there would not count.
  return `[${words.join(',')},]`;
}

function byLanguage(node: Node, code: string, kept: readonly string[]): string | undefined {
  if (node.type !== 'ObjectExpression') return undefined;
  const properties = node['properties'] as Node[];
  const languages = properties.map(({ key }) => (key ? nameOf(key as Node) : ''));
  // Thai and English stand in every text; an object with one of the names only is something else.
  const isOne =
    properties.every(({ value }) => isText(value as Node)) &&
    languages.every((language) => LANGUAGES.includes(language)) &&
    ['th', 'en'].every((language) => languages.includes(language));
  if (!isOne) return undefined;
  const wanted = properties.filter((_, at) => kept.includes(languages[at]!));
  return `{${wanted.map((property) => sourceOf(property, code)).join(',')}}`;
}

const sourceOf = ({ start, end }: Node, code: string): string => code.slice(start, end);

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
