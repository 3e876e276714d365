/**
 * One text for one value, so that a signature or a hash over JSON means the same everywhere: keys in order of
 * their UTF-16 code units, no white space, whole numbers only (RFC 8785 without its floating-point part, which
 * nothing that we sign needs).
 */
export type CanonicalValue =
  | null
  | boolean
  | number
  | string
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue | undefined };

/**
 * The canonical text of a value; its bytes are the UTF-8 of it. Members that are undefined are left out.
 * Throws TypeError for a number that is not a safe whole number and for text with a lone surrogate.
 */
export function canonicalJson(value: CanonicalValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return wholeNumber(value);
  if (typeof value === 'string') return quoted(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const member = value[key];
      return member === undefined ? [] : [`${quoted(key)}:${canonicalJson(member)}`];
    });
  return `{${members.join(',')}}`;
}

// Array.isArray does not narrow a readonly array out of a union.
function isList(value: object): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}

function wholeNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError('canonical JSON holds safe whole numbers only');
  return Object.is(value, -0) ? '0' : String(value);
}

function quoted(text: string): string {
  // JSON.stringify escapes a lone surrogate instead of failing; two texts could then share their bytes.
  if (/[\uD800-\uDFFF]/u.test(text)) throw new TypeError('canonical JSON holds well-formed text only');
  return JSON.stringify(text);
}
