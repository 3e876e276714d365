import { CardFacesSchema, type CardFaces, type CardFacesInput } from '@permit/domain/cards/card-faces.ts';
import { layoutCard } from '../layout/layout-card.ts';
import type { PlacedSide } from '../layout/placed.ts';
import { cardHash } from './card-hash.ts';
import { codePatterns } from './code-patterns.ts';
import { FontBook } from './font-book.ts';
import { GlyphMasks } from './glyph-masks.ts';
import { PdfFile } from './pdf-file.ts';
import { drawPdfSide } from './pdf-side.ts';
import { pngOf } from './png-side.ts';
import { cutPortrait, type CutPortrait } from './portrait.ts';
import { rasterSide } from './raster-side.ts';
import { measureWith } from './typesetter.ts';
import { linesOf, requirePrintable } from './unprintable-text.ts';

export interface RenderedCard {
  /** PNG, 1011 x 638 at 300 dpi. */
  readonly front: Uint8Array;
  readonly back: Uint8Array;
  /** Two pages of CR80 with real text. */
  readonly pdf: Uint8Array;
  /** Hexadecimal, over front, back and PDF: what was approved in the preview is what is printed. */
  readonly sha256: string;
  /** Fields set below their least readable size: printed whole, and worth a look. */
  readonly belowLeast: readonly string[];
}

export type RenderCard = (faces: CardFacesInput) => Promise<RenderedCard>;

/** The worker's renderer: fonts are parsed and glyphs drawn once, then kept. */
export function createCardRenderer(book = new FontBook(), masks = new GlyphMasks()): RenderCard {
  const measure = measureWith(book);
  return async (input) => {
    const faces = CardFacesSchema.parse(input);
    const patterns = codePatterns(faces.qr, faces.cardSerial);
    const { front, back } = layoutCard(faces, { measure, patterns });
    requirePrintable(book, [...linesOf(front), ...linesOf(back)]);
    const portrait = await portraitFor(front, faces);
    // The pictures are packed on other threads while the PDF is written on this one.
    const pictures = [front, back].map((side) => pngOf(rasterSide(side, { book, masks, portrait })));
    const [frontPng, backPng, pdf] = await Promise.all([
      pictures[0]!,
      pictures[1]!,
      portrait.jpeg().then((jpeg) => cardPdf({ front, back, faces }, book, jpeg)),
    ]);
    const belowLeast = [...front.belowLeast, ...back.belowLeast];
    return { front: frontPng, back: backPng, pdf, sha256: cardHash(frontPng, backPng, pdf), belowLeast };
  };
}

let shared: RenderCard | undefined;

/** Renders with the process's one set of fonts. Throws ZodError, PortraitUnreadable or UnprintableText for what must not become a card. */
export const renderCard: RenderCard = (faces) => (shared ??= createCardRenderer())(faces);

async function portraitFor(front: PlacedSide, faces: CardFaces): Promise<CutPortrait> {
  const place = front.items.find((item) => item.kind === 'portrait')!.box;
  return cutPortrait(faces.portrait, dots(place.width), dots(place.height));
}

const dots = (millimetres: number) => Math.round((millimetres * 300) / 25.4);

interface CardSides {
  readonly front: PlacedSide;
  readonly back: PlacedSide;
  readonly faces: CardFaces;
}

async function cardPdf(
  { front, back, faces }: CardSides,
  book: FontBook,
  portrait: Buffer,
): Promise<Uint8Array> {
  const date = new Date(`${faces.issuedOn}T00:00:00Z`);
  const pdf = new PdfFile(front, { title: `Work permit ${faces.permitNo}`, language: 'th', date });
  drawPdfSide(pdf, front, book, portrait);
  drawPdfSide(pdf, back, book);
  return pdf.bytes();
}
