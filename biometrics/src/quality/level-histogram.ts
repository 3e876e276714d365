/** How often each grey level occurs. */
export class LevelHistogram {
  private readonly counts = new Uint32Array(256);
  private total = 0;

  add(level: number): void {
    this.counts[level] = (this.counts[level] as number) + 1;
    this.total++;
  }

  /** The middle level; 0 where nothing was added. */
  median(): number {
    let below = 0;
    for (let level = 0; level < 256; level++) {
      below += this.counts[level] as number;
      if (2 * below >= this.total) return this.total === 0 ? 0 : level;
    }
    return 0;
  }

  /** Entropy in bits. */
  entropy(log2: (x: number) => number): number {
    let bits = 0;
    for (const count of this.counts) {
      if (count > 0) bits -= (count / this.total) * log2(count / this.total);
    }
    return bits;
  }
}
