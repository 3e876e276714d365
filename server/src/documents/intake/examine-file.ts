import { DOCUMENT_LIMITS } from '@permit/domain/catalogue/document-limits.ts';
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { examinePdf } from './examine-pdf.ts';
import { A_PAPER, type Examined, type SentAs, type Taken } from './examined.ts';
import { measurePortrait } from './portrait/measure-portrait.ts';
import { isSeenAsPortrait } from './portrait/seen-as-portrait.ts';
import { takenOn } from './portrait/taken-on.ts';

/** A scan of A4 at 300 dpi has 8.7 million; 25 million refuses the 31 KB picture of 16000x16000 in a millisecond. */
const MAX_PIXELS = 25_000_000;
/** Longest side that is kept: A4 at 300 dpi. */
const MAX_SIDE_PX = 3_508;

/**
 * Allows JPEG, PNG and PDF by their content, decodes, turns upright, strips every attachment and metadata, and
 * encodes anew. Meant to run in a process of its own (intake-pool.ts): decoders meet strangers here.
 */
export async function examineFile(bytes: Uint8Array, sentAs: SentAs = A_PAPER): Promise<Examined> {
  if (bytes.length === 0) return { ok: false, reason: 'empty' };
  if (bytes.length > DOCUMENT_LIMITS.bytes.value) return { ok: false, reason: 'too-large' };
  const kind = kindByContent(bytes);
  if (kind === undefined) return { ok: false, reason: 'not-allowed-kind' };
  return kind === 'pdf' ? examinePdf(bytes) : examinePicture(bytes, kind, sentAs);
}

function kindByContent(bytes: Uint8Array): 'jpeg' | 'png' | 'pdf' | undefined {
  const starts = (...magic: number[]) => magic.every((byte, index) => bytes[index] === byte);
  if (starts(0xff, 0xd8, 0xff)) return 'jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  return starts(0x25, 0x50, 0x44, 0x46, 0x2d) ? 'pdf' : undefined;
}

async function examinePicture(
  bytes: Uint8Array,
  kind: 'jpeg' | 'png',
  { portrait }: SentAs,
): Promise<Examined> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
    const { format, exif } = await picture.metadata();
    if (format !== kind) return { ok: false, reason: 'not-allowed-kind' };
    const upright = picture
      .rotate()
      .resize({ width: MAX_SIDE_PX, height: MAX_SIDE_PX, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb');
    const encoded = kind === 'png' ? upright.png() : upright.jpeg({ quality: 90 });
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    return {
      ok: true,
      mime: kind === 'png' ? 'image/png' : 'image/jpeg',
      bytes: data,
      originalSha256: createHash('sha256').update(bytes).digest(),
      width: info.width,
      height: info.height,
      ...(portrait
        ? { portrait: await measurePortrait(data, { ...info, takenOn: takenOn(exif) }) }
        : await seenOtherwise(data, info)),
    };
  } catch (error) {
    const tooMany = /pixel limit/i.test((error as Error).message);
    return { ok: false, reason: tooMany ? 'too-many-pixels' : 'unreadable' };
  }
}

/** A portrait that was sent as another paper: the one mistake that a picture's outline tells without doubt. */
const seenOtherwise = async (
  data: Uint8Array,
  size: { readonly width: number; readonly height: number },
): Promise<Pick<Taken, 'seenAs'>> => ((await isSeenAsPortrait(data, size)) ? { seenAs: 'photo' } : {});
