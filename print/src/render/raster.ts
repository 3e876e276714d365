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
  blend(mask: Mask, x: number, y: number, [red, green, blue, opacity]: Colour): void {
    const { rgb, width } = this;
    const { alpha } = mask;
    const [left, top] = [x + mask.left, y + mask.top];
    const [fromX, toX] = [Math.max(0, -left), Math.min(mask.width, width - left)];
    const toY = Math.min(mask.height, this.height - top);
    for (let row = Math.max(0, -top); row < toY; row += 1) {
      let at = ((top + row) * width + left + fromX) * 3;
      const end = row * mask.width + toX;
      for (let cell = row * mask.width + fromX; cell < end; cell += 1, at += 3) {
        const cover = alpha[cell]!;
        if (cover === 0) continue;
        const share = (cover * opacity) / 255;
        rgb[at] = rgb[at]! + (red - rgb[at]!) * share + 0.5;
        rgb[at + 1] = rgb[at + 1]! + (green - rgb[at + 1]!) * share + 0.5;
        rgb[at + 2] = rgb[at + 2]! + (blue - rgb[at + 2]!) * share + 0.5;
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
