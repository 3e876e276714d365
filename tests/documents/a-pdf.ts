import { deflateSync } from 'node:zlib';

export interface PdfParts {
  /** One drawing a page, in the words of the page description; default one page with a black square. */
  readonly pages?: readonly string[];
  /** [width, height] in points. */
  readonly size?: readonly [number, number];
  /** More entries of the catalogue, e.g. `/OpenAction 9 0 R`. */
  readonly catalogue?: string;
  /** Objects by their number, as they stand between `obj` and `endobj`; see extraObject. */
  readonly extra?: Readonly<Record<number, string>>;
  /** More entries of the trailer. */
  readonly trailer?: string;
  /** Glued behind the end mark. */
  readonly tail?: Buffer;
}

const SQUARE = '0 0 0 rg 20 20 60 60 re f';

/** A PDF written by hand, with a right table of its objects, so that only what a test asks for is wrong with it. */
export function aPdf(parts: PdfParts = {}): Buffer {
  const { pages = [SQUARE], size = [298, 420], catalogue = '', extra = {}, trailer = '' } = parts;
  const objects = new Map<number, string>([
    [1, `<</Type/Catalog/Pages 2 0 R ${catalogue}>>`],
    [2, `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${3 + 2 * at} 0 R`).join(' ')}]>>`],
    ...pages.flatMap((drawing, at): [number, string][] => [
      [
        3 + 2 * at,
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${size.join(' ')}]/Resources<<>>/Contents ${4 + 2 * at} 0 R>>`,
      ],
      [4 + 2 * at, `<</Length ${drawing.length}>>stream\n${drawing}\nendstream`],
    ]),
    ...Object.entries(extra).map(([number, text]): [number, string] => [Number(number) + 100_000, text]),
  ]);
  return Buffer.concat([written(objects, trailer), parts.tail ?? Buffer.alloc(0)]);
}

/** The number under which `extra` objects are written: far from the pages. */
export const extraObject = (number: number) => number + 100_000;

function written(objects: ReadonlyMap<number, string>, trailer: string): Buffer {
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const places = [...objects].map(([number, body]) => {
    const at = text.length;
    text += `${number} 0 obj\n${body}\nendobj\n`;
    return `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  const size = Math.max(...objects.keys()) + 1;
  text += `xref\n0 1\n0000000000 65535 f \n${places.join('')}`;
  text += `trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** A PDF whose catalogue lies packed in an object stream: none of its names can be read without opening it. */
export function aPackedPdf(catalogue: string): Buffer {
  const root = `<</Type/Catalog/Pages 2 0 R ${catalogue}>>`;
  const packed = deflateSync(Buffer.from(`1 0 ${root}`, 'latin1')).toString('latin1');
  const stream = (entries: string, body: string) =>
    `<<${entries}/Length ${body.length}>>stream\n${body}\nendstream`;
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const places: number[][] = [[0, 0], [], [], [], []];
  const write = (number: number, body: string): void => {
    places[number] = [1, text.length];
    text += `${number} 0 obj\n${body}\nendobj\n`;
  };
  write(2, '<</Type/Pages/Count 1/Kids[3 0 R]>>');
  write(3, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 298 420]/Resources<<>>>>');
  write(4, stream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', packed));
  // The catalogue is object 0 of stream 4.
  places[1] = [2, 4];
  const table = text.length;
  const rows = Buffer.concat(
    [...places, [1, table]].map(([kind, at]) => Buffer.from([kind!, at! >> 8, at! & 255, 0])),
  );
  text += `5 0 obj\n${stream('/Type/XRef/Size 6/Root 1 0 R/W[1 2 1]', rows.toString('latin1'))}\nendobj\n`;
  return Buffer.from(`${text}startxref\n${table}\n%%EOF\n`, 'latin1');
}
