const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
/** The three alignments of base64 share their middle: without the edges it is found wherever the text begins. */
const middleOfBase64 = (text: string) => Buffer.from(text).toString('base64').slice(0, -4);

/** Ten ways in which a text could lie in a dump and still be readable. */
export const ENCODINGS = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-16le': (text: string) => Buffer.from(text, 'utf16le'),
  'utf-16be': utf16be,
  hex: (text: string) => Buffer.from(Buffer.from(text).toString('hex')),
  'upper hex': (text: string) => Buffer.from(Buffer.from(text).toString('hex').toUpperCase()),
  base64: (text: string) => Buffer.from(middleOfBase64(text)),
  base64url: (text: string) => Buffer.from(Buffer.from(text).toString('base64url').slice(0, -4)),
  'json escapes': (text: string) =>
    Buffer.from(
      [...text]
        .map((character) =>
          character < '\x80' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
        )
        .join(''),
    ),
  'percent encoding': (text: string) => Buffer.from(encodeURIComponent(text)),
  'reversed utf-8': (text: string) => Buffer.from([...text].reverse().join('')),
} satisfies Record<string, (text: string) => Buffer>;
