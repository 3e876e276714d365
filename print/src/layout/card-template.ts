/** Millimetres on the card, from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Weight = 'regular' | 'semibold' | 'bold';
export type Align = 'left' | 'centre' | 'right';

export interface TextStyle {
  readonly weight: Weight;
  /** Points: as wished, and the least that is still read easily. */
  readonly size: number;
  readonly leastSize: number;
  readonly mostLines: number;
  readonly colour: string;
  readonly align: Align;
}

/** One thing on a side of the card; `field` names an entry of `CardTexts`. */
export type TemplateItem<Field extends string = string> =
  | { readonly kind: 'fill'; readonly box: Box; readonly colour: string; readonly radius?: number }
  | { readonly kind: 'text'; readonly box: Box; readonly field: Field; readonly style: TextStyle }
  | { readonly kind: 'portrait'; readonly box: Box }
  | { readonly kind: 'emblem'; readonly box: Box; readonly colour: string }
  | { readonly kind: 'specimen'; readonly box: Box; readonly colour: string }
  | { readonly kind: 'qr'; readonly box: Box }
  | { readonly kind: 'barcode'; readonly box: Box };

export interface CardTemplate<Field extends string = string> {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly front: readonly TemplateItem<Field>[];
  readonly back: readonly TemplateItem<Field>[];
}

/** ISO/IEC 7810 ID-1, the size of a bank card. */
export const CR80 = { width: 85.6, height: 53.98 } as const;
