import type { Mask } from './coverage.ts';

/** Whole pixels; right and bottom are the first outside. */
export interface PixelArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A picture in the making: RGB, white at first. */
export class Raster {
  readonly width: number;
  readonly height: number;
  readonly rgb: Buffer;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.rgb = Buffer.alloc(width * height * 3, 0xff);
  }

  /** Lays colour through the mask whose own origin stands at whole pixels (x, y). */
  blend(mask: Mask, x: number, y: number, colour: Colour): void {
    const [red, green, blue, opacity] = colour;
    const fromX = Math.max(0, -(x + mask.left));
    const toX = Math.min(mask.width, this.width - (x + mask.left));
    const fromY = Math.max(0, -(y + mask.top));
    const toY = Math.min(mask.height, this.height - (y + mask.top));
    for (let row = fromY; row < toY; row += 1) {
      let at = ((y + mask.top + row) * this.width + x + mask.left + fromX) * 3;
      for (let column = fromX; column < toX; column += 1, at += 3) {
        const share = (mask.alpha[row * mask.width + column]! * opacity) / 255;
        if (share === 0) continue;
        this.rgb[at] = mix(this.rgb[at]!, red, share);
        this.rgb[at + 1] = mix(this.rgb[at + 1]!, green, share);
        this.rgb[at + 2] = mix(this.rgb[at + 2]!, blue, share);
      }
    }
  }

  /** Fills whole pixels; what lies outside the picture is left out. */
  fill(area: PixelArea, [red, green, blue]: Colour): void {
    const [fromX, toX] = [Math.max(0, area.left), Math.min(this.width, area.right)];
    const toY = Math.min(this.height, area.bottom);
    for (let y = Math.max(0, area.top); y < toY; y += 1) {
      const end = (y * this.width + toX) * 3;
      for (let at = (y * this.width + fromX) * 3; at < end; at += 3) {
        this.rgb[at] = red;
        this.rgb[at + 1] = green;
        this.rgb[at + 2] = blue;
      }
    }
  }

  /** Copies RGB rows in. */
  put(
    left: number,
    top: number,
    picture: { readonly rgb: Uint8Array; readonly width: number; readonly height: number },
  ): void {
    for (let row = 0; row < picture.height && top + row < this.height; row += 1) {
      const width = Math.min(picture.width, this.width - left);
      const source = picture.rgb.subarray(row * picture.width * 3, (row * picture.width + width) * 3);
      this.rgb.set(source, ((top + row) * this.width + left) * 3);
    }
  }
}

/** Red, green, blue 0 to 255, opacity 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, opacity: number];

/** Reads `#rrggbb`. */
export function colourOf(hex: string, opacity = 1): Colour {
  const value = parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff, opacity];
}

function mix(under: number, over: number, share: number): number {
  return Math.round(under + (over - under) * share);
}
