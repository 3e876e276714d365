import { DOCUMENT_LIMITS } from '@permit/domain/catalogue/document-limits.ts';
import sharp from 'sharp';
import type { IntakeReason, PagePicture } from './examined.ts';
import { openPdfium, type Pdfium } from './pdfium.ts';

/** The limits as plain numbers; tests draw under smaller ones. */
export type DrawingLimits = { readonly [Name in keyof typeof DOCUMENT_LIMITS]: number };
export const DRAWING_LIMITS = Object.fromEntries(
  Object.entries(DOCUMENT_LIMITS).map(([name, { value }]) => [name, value]),
) as DrawingLimits;

export type Drawn =
  { readonly pages: readonly PagePicture[] } | { readonly pages?: never; readonly reason: IntakeReason };

/** Errors of FPDF_GetLastError: a password is wanted, or a protection that nobody here can open. */
const LOCKED = [4, 5];
const XFA_FORMS = [2, 3];
/** FPDFBitmap_BGRx, and the flags to draw notes and stamps, with red and blue in the order that sharp wants. */
const FORMAT = 3;
const ANNOTATIONS = 0x01;
const REVERSED = 0x10;
const WHITE = 0xffffffff;
const POINTS_PER_INCH = 72;

/**
 * Draws every page of a PDF as a JPEG. Nothing of the file but its looks survives: no script, no link, no other file,
 * no layer below. Throws where the reader itself breaks.
 */
export async function renderPdf(
  bytes: Uint8Array,
  limits: DrawingLimits = DRAWING_LIMITS,
  now: () => number = Date.now,
): Promise<Drawn> {
  const pdfium = await openPdfium();
  const document = load(pdfium, bytes);
  if (document === 0)
    return { reason: LOCKED.includes(pdfium._FPDF_GetLastError()) ? 'encrypted' : 'unreadable' };
  const fault = faultOf(pdfium, document, limits);
  return fault
    ? { reason: fault }
    : drawAll(pdfium, document, { limits, now, until: now() + limits.drawingMs });
}

function load(pdfium: Pdfium, bytes: Uint8Array): number {
  const at = pdfium.wasmExports.malloc(bytes.length);
  pdfium.HEAPU8.set(bytes, at);
  return pdfium._FPDF_LoadMemDocument(at, bytes.length, 0);
}

/** What the words of the file could hide in compressed objects, and what would take too long. */
function faultOf(pdfium: Pdfium, document: number, limits: DrawingLimits): IntakeReason | undefined {
  const pages = pdfium._FPDF_GetPageCount(document);
  if (pages < 1) return 'unreadable';
  if (pages > limits.pages) return 'too-many-pages';
  const active =
    pdfium._FPDFDoc_GetJavaScriptActionCount(document) > 0 ||
    pdfium._FPDFDoc_GetAttachmentCount(document) > 0 ||
    XFA_FORMS.includes(pdfium._FPDF_GetFormType(document));
  return active ? 'active-content' : undefined;
}

interface Drawing {
  readonly limits: DrawingLimits;
  readonly now: () => number;
  readonly until: number;
}

async function drawAll(pdfium: Pdfium, document: number, drawing: Drawing): Promise<Drawn> {
  const pages: PagePicture[] = [];
  let pixels = 0;
  for (let index = 0; index < pdfium._FPDF_GetPageCount(document); index += 1) {
    const page = pdfium._FPDF_LoadPage(document, index);
    if (page === 0) return { reason: 'unreadable' };
    const size = sizeInPixels(pdfium, page, drawing.limits);
    if (typeof size === 'string') return { reason: size };
    pixels += size.width * size.height;
    if (pixels > drawing.limits.allPagesPx) return { reason: 'too-many-pixels' };
    pages.push(await encode(draw(pdfium, page, size), size));
    pdfium._FPDF_ClosePage(page);
    if (drawing.now() > drawing.until) return { reason: 'took-too-long' };
  }
  return { pages };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeInPixels(pdfium: Pdfium, page: number, limits: DrawingLimits): Size | IntakeReason {
  const [width, height] = [pdfium._FPDF_GetPageWidth(page), pdfium._FPDF_GetPageHeight(page)];
  const longest = Math.max(width, height);
  if (!(width > 0 && height > 0)) return 'unreadable';
  if (longest > limits.pageSidePoints) return 'page-too-large';
  const scale = Math.min(limits.pageDpi / POINTS_PER_INCH, limits.pageSidePx / longest);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function draw(pdfium: Pdfium, page: number, { width, height }: Size): Uint8Array {
  const stride = width * 4;
  const at = pdfium.wasmExports.malloc(stride * height);
  if (at === 0) throw new RangeError('no memory left to draw a page');
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, FORMAT, at, stride);
  pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, ANNOTATIONS | REVERSED);
  const drawn = pdfium.HEAPU8.slice(at, at + stride * height);
  pdfium._FPDFBitmap_Destroy(bitmap);
  pdfium.wasmExports.free(at);
  return drawn;
}

async function encode(pixels: Uint8Array, { width, height }: Size): Promise<PagePicture> {
  const raw = { width, height, channels: 4 as const };
  const bytes = await sharp(pixels, { raw }).removeAlpha().jpeg({ quality: 80 }).toBuffer();
  return { mime: 'image/jpeg', bytes, width, height };
}
