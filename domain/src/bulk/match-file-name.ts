import { DOCUMENT_TYPES, type DocumentType } from '../catalogue/document-type.ts';
import { parseMrz } from '../people/mrz/parse-mrz.ts';

/** Which row and which paper a file of the ZIP is, by its name; the picture itself is never guessed at. */
export type FileMatch =
  | { readonly by: 'key'; readonly key: string; readonly kind: DocumentType }
  | { readonly by: 'mrz'; readonly number: string; readonly kind: DocumentType };

/** Words for a paper in a file name, beside our own names of them. */
const KIND_WORDS: Readonly<Record<string, DocumentType>> = {
  รูป: 'photo',
  รูปถ่าย: 'photo',
  portrait: 'photo',
  หนังสือเดินทาง: 'passport',
  พาสปอร์ต: 'passport',
  วีซ่า: 'visa',
  ใบอนุญาตเดิม: 'old-permit',
  ใบอนุญาต: 'old-permit',
  permit: 'old-permit',
  บต46: 'form-bt46',
  bt46: 'form-bt46',
  สัญญาจ้าง: 'employment-contract',
  contract: 'employment-contract',
  ใบรับรองแพทย์: 'medical-certificate',
  medical: 'medical-certificate',
  ประกันสังคม: 'social-security-proof',
  ประกัน: 'insurance-policy',
  insurance: 'insurance-policy',
  entry: 'entry-evidence',
};

const bare = (text: string): string => text.normalize('NFC').toLowerCase().replace(/[\s.]/g, '');

/**
 * `KEY_kind.jpg`, `KEY-kind.pdf`, `KEY/kind.png` or a name that holds the lines of a machine-readable zone with
 * right check digits (then it is the passport). Undefined where neither is there.
 */
export function matchFileName(path: string, today: string): FileMatch | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  const name = (parts.at(-1) ?? '').replace(/\.[A-Za-z0-9]{2,5}$/, '');
  const zone = zoneIn(name, today);
  if (zone) return { by: 'mrz', number: zone, kind: 'passport' };
  const split = /^(.+?)[_ ](.+)$/.exec(name) ?? /^([^-]+)-(.+)$/.exec(name);
  const inName = split && kindOf(split[2]!);
  if (split && inName) return { by: 'key', key: split[1]!.trim(), kind: inName };
  const folder = parts.at(-2);
  const whole = kindOf(name);
  return folder && whole ? { by: 'key', key: folder.trim(), kind: whole } : undefined;
}

function kindOf(text: string): DocumentType | undefined {
  const word = bare(text).replace(/[_]/g, '-');
  // A second page or picture of a kind: passport-2, photo (1).
  const plain = word.replace(/[-(]?\d{1,2}\)?$/, '');
  for (const candidate of [word, plain]) {
    const known = DOCUMENT_TYPES.find((type) => type === candidate);
    const found = known ?? (Object.hasOwn(KIND_WORDS, candidate) ? KIND_WORDS[candidate] : undefined);
    if (found) return found;
  }
  return undefined;
}

function zoneIn(name: string, today: string): string | undefined {
  const text = name.toUpperCase().replace(/[^A-Z0-9<]/g, '');
  if (!text.includes('<') || text.length < 72) return undefined;
  const read = parseMrz(text, today);
  return read.ok && read.mrz.faults.length === 0 ? read.mrz.documentNumber : undefined;
}

/** A row key or number as it is compared: capitals, without spaces and hyphens. */
export function comparableKey(key: string): string {
  return key.normalize('NFC').toUpperCase().replace(/[\s-]/g, '');
}
