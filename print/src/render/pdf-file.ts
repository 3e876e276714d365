import PDFDocument from 'pdfkit';
import type { LoadedFont } from './font-book.ts';

export interface PdfPage {
  /** Points. */
  readonly width: number;
  readonly height: number;
}

export interface PdfFacts {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** Written into the file instead of the clock: the same content must give the same bytes. */
  readonly date: Date;
  /** Structure for readers that speak the page aloud (PDF/UA); the card itself is a picture and needs none. */
  readonly tagged?: boolean;
}

type PdfKitDocument = InstanceType<typeof PDFDocument>;

/** What we use of pdfkit's embedded font beyond its published types: its subset, widths and code points. */
interface EmbeddedFont {
  readonly id: string;
  /** The parsed font: handed to later documents, so that it is parsed once in a process. */
  readonly font: object;
  readonly subset: { includeGlyph(glyph: number): number };
  readonly widths: (number | undefined)[];
  readonly unicode: (number[] | undefined)[];
  ref(): unknown;
}

const parsedFonts = new WeakMap<LoadedFont, object>();

/** One PDF in the making, with our shaped text; the rest is pdfkit's. */
export class PdfFile {
  readonly doc: PdfKitDocument;
  readonly #chunks: Buffer[] = [];
  readonly #ended: Promise<void>;
  readonly #fonts = new Map<LoadedFont, EmbeddedFont>();

  constructor(page: PdfPage, facts: PdfFacts) {
    this.doc = new PDFDocument({
      size: [page.width, page.height],
      margin: 0,
      autoFirstPage: false,
      lang: facts.language,
      displayTitle: true,
      ...(facts.tagged ? { tagged: true, pdfVersion: '1.5' } : {}),
      // No standard font is used; the empty name keeps pdfkit from loading one.
      font: '',
      info: {
        Title: facts.title,
        CreationDate: facts.date,
        Producer: 'work-permit-centre',
        Creator: 'print',
      },
    } as ConstructorParameters<typeof PDFDocument>[0]);
    this.doc.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    this.#ended = new Promise((resolve, reject) => {
      this.doc.on('end', resolve);
      this.doc.on('error', reject);
    });
  }

  addPage(page: PdfPage): void {
    this.doc.addPage({ size: [page.width, page.height], margin: 0 });
  }

  /** The name under which the current page knows the font, and its subset. */
  useFont(font: LoadedFont): EmbeddedFont {
    const embedded = this.#fonts.get(font) ?? this.#embed(font);
    const page = this.doc.page as unknown as { fonts: Record<string, unknown> };
    page.fonts[embedded.id] ??= embedded.ref();
    return embedded;
  }

  #embed(font: LoadedFont): EmbeddedFont {
    const source = parsedFonts.get(font) ?? font.bytes;
    this.doc.font(source as Buffer, undefined as unknown as string);
    const embedded = (this.doc as unknown as { _font: EmbeddedFont })._font;
    parsedFonts.set(font, embedded.font);
    this.#fonts.set(font, embedded);
    return embedded;
  }

  /** Raw operators of a content stream. */
  write(operators: string): void {
    (this.doc as unknown as { addContent(text: string): void }).addContent(operators);
  }

  async bytes(): Promise<Uint8Array> {
    this.doc.end();
    await this.#ended;
    return Buffer.concat(this.#chunks);
  }
}
