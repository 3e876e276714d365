import type { Examined } from './examine-file.ts';

const MAX_PAGES = 60;
/** Names that make a PDF act by itself or carry other files. */
const ACTIVE =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|AA|OpenAction|SubmitForm|ImportData|GoToR)\b/;

/**
 * A PDF by its own words: header, end mark, page objects, nothing that acts. It is not re-encoded (no kept
 * library does that); it is sealed and never served inline.
 */
export function examinePdf(bytes: Uint8Array): Examined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!/%%EOF\s*$/.test(text.slice(-1024))) return { ok: false, reason: 'unreadable' };
  // `#4a` is another way to write a letter of a name.
  const names = text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  if (ACTIVE.test(names)) return { ok: false, reason: 'active-content' };
  const pages = names.match(/\/Type\s*\/Page(?![a-z])/gi)?.length ?? countFromTree(names);
  if (pages > MAX_PAGES) return { ok: false, reason: 'too-many-pages' };
  return { ok: true, mime: 'application/pdf', bytes, pages: Math.max(1, pages) };
}

/** Pages inside compressed objects are counted by the tree's own figure. */
function countFromTree(text: string): number {
  const counts = [...text.matchAll(/\/Count\s+(\d{1,6})/g)].map((match) => Number(match[1]));
  return counts.length === 0 ? 1 : Math.max(...counts);
}
