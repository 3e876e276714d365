import type { Kernel } from './oriented-kernel.ts';
import type { Plane } from './plane.ts';
import type { BlockJob, RidgeKernel } from './ridge-kernel.ts';

/** Most bytes of a filter: 89 taps of 8 bytes and their number. */
const FILTER_BYTES = 720;

/** Which filter each block gets: pixel offset of its first pixel, and a number that `kernelOf` knows. */
export interface BlockList {
  readonly starts: Int32Array;
  /** One number for all blocks, or one for each. */
  readonly filters: Int32Array | number;
}

/** One size of planes laid out in a kernel's memory: `planes` of them, then filters, then the list of blocks. */
export class BlockFilter {
  private readonly kernel: RidgeKernel;
  private readonly size: { readonly width: number; readonly height: number };
  private readonly listAt: number;
  /** Where each filter stands; 0 for those that are not there yet (no filter stands at 0, planes do). */
  private readonly filterAt: number[] = [];
  private nextFilter: number;

  constructor(kernel: RidgeKernel, size: { width: number; height: number }, room: BlockRoom) {
    this.kernel = kernel;
    this.size = { width: size.width, height: size.height };
    this.nextFilter = room.planes * this.planeBytes();
    this.listAt = this.nextFilter + room.filters * FILTER_BYTES;
    // Behind the list stand the energies, and three numbers more.
    kernel.reserve(this.listAt + room.blocks * 12 + 16);
  }

  /** Puts a plane's values into one of the places. */
  load(place: number, plane: Plane): void {
    new Float32Array(this.kernel.memory(), place * this.planeBytes(), plane.data.length).set(plane.data);
  }

  clear(place: number): void {
    new Float32Array(this.kernel.memory(), place * this.planeBytes(), this.planeBytes() / 4).fill(0);
  }

  read(place: number): Plane {
    const { width, height } = this.size;
    const at = place * this.planeBytes();
    return { width, height, data: new Float32Array(this.kernel.memory(), at, width * height).slice() };
  }

  /** Filters the blocks of one place into another. */
  filter(from: number, to: number, list: BlockList, kernelOf: (filter: number) => Kernel): void {
    this.kernel.filterBlocks(this.jobOf(from, list, kernelOf), to * this.planeBytes());
  }

  /** Energy of each filtered block. */
  energies(from: number, list: BlockList, kernelOf: (filter: number) => Kernel): Float32Array {
    const job = this.jobOf(from, list, kernelOf);
    const out = this.listAt + list.starts.length * 8;
    this.kernel.blockEnergies(job, out);
    return new Float32Array(this.kernel.memory(), out, list.starts.length);
  }

  private jobOf(
    from: number,
    { starts, filters }: BlockList,
    kernelOf: (filter: number) => Kernel,
  ): BlockJob {
    const words = new Int32Array(this.kernel.memory(), this.listAt, 2 * starts.length);
    const { filterAt } = this;
    for (let b = 0; b < starts.length; b++) {
      const filter = typeof filters === 'number' ? filters : filters[b]!;
      words[2 * b] = 4 * starts[b]!;
      words[2 * b + 1] = filterAt[filter] || this.place(filter, kernelOf);
    }
    const stride = 4 * this.size.width;
    return { plane: from * this.planeBytes(), stride, at: this.listAt, count: starts.length };
  }

  private place(filter: number, kernelOf: (filter: number) => Kernel): number {
    const { columns, rows, weights } = kernelOf(filter);
    const address = this.nextFilter;
    this.nextFilter += 4 + 8 * weights.length;
    const words = new Int32Array(this.kernel.memory(), address, 1 + 2 * weights.length);
    const floats = new Float32Array(words.buffer, address, words.length);
    words[0] = weights.length;
    weights.forEach((weight, k) => {
      words[1 + 2 * k] = 4 * (rows[k]! * this.size.width + columns[k]!);
      floats[2 + 2 * k] = weight;
    });
    this.filterAt[filter] = address;
    return address;
  }

  private planeBytes(): number {
    return 4 * this.size.width * this.size.height;
  }
}

/** How much of each a plan needs at most. */
interface BlockRoom {
  readonly planes: number;
  readonly filters: number;
  readonly blocks: number;
}
