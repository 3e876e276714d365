const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const PAIR_LIMIT = 0xffff;
const BYTE_LIMIT = 0xff;

/** Value of each character code, -1 where the alphabet has none. */
const VALUES = new Int8Array(128).fill(-1);
for (let index = 0; index < ALPHABET.length; index += 1) VALUES[ALPHABET.charCodeAt(index)] = index;

/** Base45 text of the bytes (RFC 9285): three characters for two bytes, two for a last single byte. */
export function encodeBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const value = bytes[at]! * 256 + bytes[at + 1]!;
    text +=
      ALPHABET[value % 45]! + ALPHABET[Math.floor(value / 45) % 45]! + ALPHABET[Math.floor(value / 2025)]!;
  }
  if (bytes.length % 2 === 1) {
    const value = bytes[bytes.length - 1]!;
    text += ALPHABET[value % 45]! + ALPHABET[Math.floor(value / 45)]!;
  }
  return text;
}

/** The bytes, or undefined where a character, a length or a group's value is outside RFC 9285. */
export function decodeBase45(text: string): Uint8Array | undefined {
  const rest = text.length % 3;
  if (rest === 1) return undefined;
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (rest === 2 ? 1 : 0));
  let out = 0;
  for (let at = 0; at < text.length; at += 3) {
    const digits = Math.min(3, text.length - at);
    const value = groupValue(text, at, digits);
    if (value < 0 || value > (digits === 3 ? PAIR_LIMIT : BYTE_LIMIT)) return undefined;
    if (digits === 3) bytes[out++] = value >> 8;
    bytes[out++] = value & 0xff;
  }
  return bytes;
}

/** Little-endian base-45 value of `digits` characters, -1 where one is foreign. */
function groupValue(text: string, at: number, digits: number): number {
  let value = 0;
  for (let index = digits - 1; index >= 0; index -= 1) {
    const code = text.charCodeAt(at + index);
    const digit = code < 128 ? VALUES[code]! : -1;
    if (digit < 0) return -1;
    value = value * 45 + digit;
  }
  return value;
}
