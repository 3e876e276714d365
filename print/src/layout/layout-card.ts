import type { CardFaces } from '@permit/domain/cards/card-faces.ts';
import { cardTexts, FIXED_TEXTS, type CardField, type CardTexts } from './card-texts.ts';
import type { Box, CardTemplate, TemplateItem, TextStyle } from './card-template.ts';
import { fitText, type FittedText, type MeasureText } from './fit-text.ts';
import { placeBarcode, placeQr, type CodePatterns } from './place-codes.ts';
import { placeSpecimen } from './place-specimen.ts';
import type { Ground, Placed, PlacedSide } from './placed.ts';
import { wpCard1 } from './wp-card-1.ts';

const TEMPLATES = { 'wp-card/1': wpCard1 } satisfies Record<CardFaces['template'], CardTemplate<CardField>>;

export interface LayoutPorts {
  readonly measure: MeasureText;
  readonly patterns: CodePatterns;
}

export interface CardLayout {
  readonly front: PlacedSide;
  readonly back: PlacedSide;
}

/** Puts everything of a card in its place: pure, millimetres, the same for every renderer. */
export function layoutCard(faces: CardFaces, ports: LayoutPorts): CardLayout {
  const template = TEMPLATES[faces.template];
  const context = { template, faces, ports, texts: cardTexts(faces) };
  return { front: layoutSide(template.front, context), back: layoutSide(template.back, context) };
}

interface SideContext {
  readonly template: CardTemplate<CardField>;
  readonly faces: CardFaces;
  readonly ports: LayoutPorts;
  readonly texts: CardTexts;
}

function layoutSide(items: readonly TemplateItem<CardField>[], context: SideContext): PlacedSide {
  const belowLeast: string[] = [];
  const placed = items
    .filter((item) => !isGround(item))
    .flatMap((item) => placeItem(item, { ...context, belowLeast }));
  const { width, height } = context.template;
  return { width, height, ground: groundOf(items, context), items: placed, belowLeast };
}

/** Fills, emblem, specimen and the labels: nothing of them depends on the person. */
function isGround(item: TemplateItem<CardField>): boolean {
  if (item.kind === 'text') return item.field in FIXED_TEXTS;
  return item.kind === 'fill' || item.kind === 'emblem' || item.kind === 'specimen';
}

type Grounds = WeakMap<readonly TemplateItem<CardField>[], Ground>;
const keptGrounds = new WeakMap<MeasureText, { readonly specimen: Grounds; readonly production: Grounds }>();

/** Placed once for each side, with and without the specimen's words, and each way of measuring. */
function groundOf(items: readonly TemplateItem<CardField>[], context: SideContext): Ground {
  const { measure } = context.ports;
  const kept = keptGrounds.get(measure) ?? { specimen: new WeakMap(), production: new WeakMap() };
  keptGrounds.set(measure, kept);
  const grounds = context.faces.specimen ? kept.specimen : kept.production;
  const known = grounds.get(items);
  if (known) return known;
  const ground = {
    items: items.filter(isGround).flatMap((item) => placeItem(item, { ...context, belowLeast: [] })),
  };
  grounds.set(items, ground);
  return ground;
}

interface ItemContext extends SideContext {
  readonly belowLeast: string[];
}

function placeItem(item: TemplateItem<CardField>, context: ItemContext): readonly Placed[] {
  const { faces, ports } = context;
  if (item.kind === 'fill') return [{ ...item, radius: item.radius ?? 0 }];
  if (item.kind === 'portrait') return [item];
  if (item.kind === 'emblem') return placeEmblem(item.box, item.colour);
  if (item.kind === 'specimen') return faces.specimen ? placeSpecimen(item, ports.measure) : [];
  if (item.kind === 'qr') return placeQr(item.box, ports.patterns.qr);
  if (item.kind === 'barcode') return placeBarcode(item.box, ports.patterns.barcode);
  return placeText(item, context);
}

function placeText(
  item: TemplateItem<CardField> & { kind: 'text' },
  context: ItemContext,
): readonly Placed[] {
  const text = context.texts[item.field];
  if (text === '') return [];
  const { measure } = context.ports;
  const fitted = fitText(text, item.box, item.style, measure);
  if (fitted.belowLeast) context.belowLeast.push(item.field);
  return placeLines(fitted, item.box, item.style, measure);
}

/** The lines of a fitted text in its box. */
export function placeLines(
  fitted: FittedText,
  box: Box,
  style: TextStyle,
  measure: MeasureText,
): readonly Placed[] {
  return fitted.lines.map((text, at): Placed => {
    const slack = box.width - measure(text, style.weight).width * fitted.size;
    const share = { left: 0, centre: 0.5, right: 1 }[style.align];
    const x = box.x + slack * share;
    const y = box.y + fitted.firstBaseline + at * fitted.pitch;
    const { weight, colour } = style;
    return { kind: 'line', text, x, y, size: fitted.size, weight, colour, opacity: 1, turn: 0 };
  });
}

/** A plain ring and star-less disc where the State's emblem would stand: the Garuda is protected by law. */
function placeEmblem(box: Box, colour: string): readonly Placed[] {
  const radius = box.width / 2;
  const centre = { x: box.x + radius, y: box.y + radius };
  return [
    { kind: 'ring', ...centre, radius: radius - 0.2, width: 0.35, colour },
    { kind: 'ring', ...centre, radius: radius - 1, width: 0.2, colour },
    { kind: 'ring', ...centre, radius: radius / 4, width: radius / 2, colour },
  ];
}
