import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { CardFacesSchema, type CardFaces } from '@permit/domain/cards/card-faces.ts';
import { encodePermitQr } from '@permit/domain/cards/permit-qr.ts';
import { verifyPermitQr, type VerifierPorts } from '@permit/domain/cards/verify-permit-qr.ts';
import { decodeStatusList, encodeStatusList } from '@permit/domain/cards/status-list.ts';
import PDFDocument from 'pdfkit';
import { aCard } from '../card-builders.ts';
import { nodeInflate, nodeSigner, nodeVerifySignature, trustedKeyOf } from '../claim-ports.ts';
import { layoutCard } from '../layout/layout-card.ts';
import type { Placed, PlacedSide } from '../layout/placed.ts';
import { codePatterns } from './code-patterns.ts';
import { FontBook } from './font-book.ts';
import { fontsFor, readFontFile, type FontName } from './font-files.ts';
import { itemise } from './itemise.ts';
import { createCardRenderer } from './render-card.ts';
import { measureWith } from './typesetter.ts';

interface Pair {
  readonly candidate: number;
  readonly control: number;
}

interface BenchResult {
  readonly name: string;
  readonly unit: string;
  readonly candidate: number;
  readonly control: number;
  /** Control ÷ candidate, both times: higher is better. */
  readonly ratio: number;
  readonly worstPair: number;
  readonly pairs: readonly Pair[];
  readonly [figure: string]: unknown;
}

const POINTS_PER_MM = 72 / 25.4;
const CARD_PAIRS = 12;
const CARDS_A_PAIR = 5;

/**
 * A card pair (two 300 dpi pictures, PDF, hash) by us, against a PDF alone by pdfkit as its manual shows it: the same
 * fonts from their files, the same strings in the same places, photo and QR, a new document each.
 */
export async function cardRender(): Promise<BenchResult> {
  const cards = await Promise.all(Array.from({ length: CARDS_A_PAIR }, (_, at) => variantCard(at)));
  const renderCard = createCardRenderer();
  const drawn = cards.map((faces) => drawnBy(faces));
  await renderCard(cards[0]!);
  await rawPdfkit(drawn[0]!);
  const pairs: Pair[] = [];
  for (let pair = 0; pair < CARD_PAIRS; pair += 1) {
    const candidate = await millisecondsOf(cards, (faces) => renderCard(faces));
    const control = await millisecondsOf(drawn, rawPdfkit);
    pairs.push({ candidate, control });
  }
  return { ...summary('card-render', 'ms/card', pairs), pairsPerSecond: 1_000 / median(pairs, 'candidate') };
}

async function variantCard(at: number): Promise<CardFaces> {
  const names = ['อ่อง ซอ มิ้น', 'ธิดา อ่อง', 'ขิ่น หม่อง วิน', 'จ่อ ซวา ลิน', 'ซู ซู หล่าย'];
  const name = {
    thai: `นาย ${names[at % names.length]!}`,
    latin: `MR. AUNG ZAW ${at}`,
    third: { language: 'my' as const, text: 'ဦးအောင်ဇော်မြင့်' },
  };
  return CardFacesSchema.parse(await aCard({ name, permitNo: `6911-000123${at}-5` }));
}

interface Drawing {
  readonly sides: readonly PlacedSide[];
  readonly portrait: Buffer;
}

function drawnBy(faces: CardFaces): Drawing {
  const patterns = codePatterns(faces.qr, faces.cardSerial);
  const { front, back } = layoutCard(faces, { measure: measureWith(new FontBook()), patterns });
  return { sides: [front, back], portrait: Buffer.from(faces.portrait.base64, 'base64') };
}

async function rawPdfkit({ sides, portrait }: Drawing): Promise<Buffer> {
  const doc = new PDFDocument({ autoFirstPage: false, margin: 0 });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => doc.on('end', resolve));
  const registered = new Set<FontName>();
  for (const side of sides) {
    doc.addPage({ size: [side.width * POINTS_PER_MM, side.height * POINTS_PER_MM], margin: 0 });
    for (const item of [...side.ground.items, ...side.items]) drawRaw({ doc, registered, portrait }, item);
  }
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

interface RawDrawing {
  readonly doc: InstanceType<typeof PDFDocument>;
  readonly registered: Set<FontName>;
  readonly portrait: Buffer;
}

/** Registered at its first use in the document, as the manual says. */
function useFont(doc: RawDrawing['doc'], registered: Set<FontName>, name: FontName): void {
  if (!registered.has(name)) doc.registerFont(name, Buffer.from(readFontFile(name)));
  registered.add(name);
  doc.font(name);
}

function drawRaw({ doc, registered, portrait }: RawDrawing, item: Placed): void {
  const at = (millimetres: number) => millimetres * POINTS_PER_MM;
  if (item.kind === 'line') {
    let x = at(item.x);
    for (const run of itemise(item.text, item.weight)) {
      useFont(doc, registered, fontsFor(run.script, run.weight)[0]!);
      doc.fontSize(item.size).fillColor(item.colour, item.opacity);
      doc.text(run.text, x, at(item.y) - item.size, { lineBreak: false });
      x += doc.widthOfString(run.text);
    }
  } else if (item.kind === 'portrait') {
    const { x, y, width, height } = item.box;
    doc.image(portrait, at(x), at(y), { width: at(width), height: at(height) });
  } else if (item.kind === 'ring') {
    doc.circle(at(item.x), at(item.y), at(item.radius)).lineWidth(at(item.width)).stroke(item.colour);
  } else {
    for (const { x, y, width, height } of item.kind === 'bars' ? item.boxes : [item.box]) {
      doc.rect(at(x), at(y), at(width), at(height));
    }
    doc.fill(item.colour);
  }
}

const QR_PAIRS = 15;
const QRS_A_PAIR = 400;

/** A permit's code read offline (text, zlib, CBOR, signature, dates, status list), against crypto.verify alone. */
export async function qrVerify(): Promise<BenchResult> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const text = await sampleCode(nodeSigner('bench', privateKey));
  const plain = (bytes: Uint8Array) => bytes;
  const list = { firstIndex: 0, count: 1_000, issuedAt: NOW - 60, refreshBy: NOW + 600, entries: [] };
  const statusList = (await decodeStatusList(await encodeStatusList(list, plain), plain))!;
  const trustList = { keys: [trustedKeyOf('bench', publicKey)] };
  const verifySignature = nodeVerifySignature();
  const ports: VerifierPorts = { trustList, now: NOW, statusList, inflate: nodeInflate, verifySignature };
  const message = Buffer.alloc(200, 7);
  const signature = sign(null, message, privateKey);
  const imported = createPublicKey(publicKey.export({ format: 'pem', type: 'spki' }));
  const times = Array.from({ length: QRS_A_PAIR }, (_, at) => at);
  const pairs: Pair[] = [];
  for (let pair = -1; pair < QR_PAIRS; pair += 1) {
    const candidate = await millisecondsOf(times, async () => {
      const { answer } = await verifyPermitQr(text, ports);
      if (answer !== 'valid') throw new Error(`the bench's code is ${answer}`);
    });
    const control = await millisecondsOf(times, async () => {
      if (!verify(null, message, imported, signature)) throw new Error('the control does not verify');
    });
    // The first pair only warms up.
    if (pair >= 0) pairs.push({ candidate, control });
  }
  return summary('qr-verify', 'ms/code', pairs);
}

const NOW = Date.parse('2026-11-20T05:00:00Z') / 1_000;

function sampleCode(signer: ReturnType<typeof nodeSigner>): Promise<string> {
  const permit = {
    publicId: 'AbCdEfGhIjKlMnOpQrStUv',
    kind: 'card' as const,
    validFrom: '2026-01-01',
    validTo: '2027-12-31',
    category: '63/2',
    birthYear: 1994,
    statusIndex: 7,
  };
  return encodePermitQr(
    { issuer: 'wp', issuedAt: NOW - 3_600, fullName: 'MR. AUNG ZAW MYINT', permit },
    signer,
  );
}

/** Mean milliseconds for each of the items, one after the other. */
async function millisecondsOf<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  for (const item of items) await work(item);
  return (performance.now() - startedAt) / items.length;
}

function summary(name: string, unit: string, pairs: readonly Pair[]): BenchResult {
  const ratios = pairs.map(({ candidate, control }) => control / candidate).sort((a, b) => a - b);
  return {
    name,
    unit,
    candidate: median(pairs, 'candidate'),
    control: median(pairs, 'control'),
    ratio: ratios[Math.floor(ratios.length / 2)]!,
    worstPair: ratios[0]!,
    pairs,
  };
}

function median(pairs: readonly Pair[], side: keyof Pair): number {
  const sorted = pairs.map((pair) => pair[side]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** For `npm run bench -- NAME`. */
export const benches = { 'card-render': cardRender, 'qr-verify': qrVerify };
