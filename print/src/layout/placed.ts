import type { Box, Weight } from './card-template.ts';

/** What a renderer draws, in order; millimetres, colours as `#rrggbb`. Both renderers draw the same list. */
export type Placed =
  | { readonly kind: 'fill'; readonly box: Box; readonly colour: string; readonly radius: number }
  | {
      readonly kind: 'line';
      readonly text: string;
      /** Left end of the baseline. */
      readonly x: number;
      readonly y: number;
      /** Points. */
      readonly size: number;
      readonly weight: Weight;
      readonly colour: string;
      /** 0 to 1. */
      readonly opacity: number;
      /** Degrees, counter-clockwise around the left end of the baseline. */
      readonly turn: number;
    }
  | {
      readonly kind: 'ring';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly width: number;
      readonly colour: string;
    }
  | { readonly kind: 'portrait'; readonly box: Box }
  /** Dark squares and bars, each in whole device pixels at 300 dpi. */
  | { readonly kind: 'bars'; readonly boxes: readonly Box[]; readonly colour: string };

export interface PlacedSide {
  readonly width: number;
  readonly height: number;
  /** What every card of the template shows alike, under everything else. */
  readonly ground: Ground;
  readonly items: readonly Placed[];
  /** Fields that had to be set below their least readable size. */
  readonly belowLeast: readonly string[];
}

/** The unchanging part of a side; one object for all cards of a template, so that its picture is kept. */
export interface Ground {
  readonly items: readonly Placed[];
}
