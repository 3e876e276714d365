import { createHash } from 'node:crypto';
import type { Examined } from './examined.ts';
import { faultOfPdfWords } from './pdf-words.ts';
import { renderPdf } from './render-pdf.ts';

/**
 * A PDF is read for what must not be in it and then drawn, page by page: people see the pictures. The file itself is
 * kept, sealed, as evidence of what was filed.
 */
export async function examinePdf(bytes: Uint8Array): Promise<Examined> {
  const fault = faultOfPdfWords(bytes);
  if (fault) return { ok: false, reason: fault };
  const drawn = await renderPdf(bytes);
  if (!drawn.pages) return { ok: false, reason: drawn.reason };
  const originalSha256 = createHash('sha256').update(bytes).digest();
  return { ok: true, mime: 'application/pdf', bytes, originalSha256, pages: drawn.pages };
}
