import { readFileSync } from 'node:fs';
import { typescriptIrisKernel } from './typescript-kernel.ts';

export const KERNEL_VARIANTS = ['scalar', 'simd', 'typescript'] as const;
export type KernelVariant = (typeof KERNEL_VARIANTS)[number];

/** A probe's turns in kernel memory: `count` codes of 512 (or, in the sieve, 128) bytes, and the weights by bits. */
export interface TurnsInMemory {
  readonly at: number;
  /** A multiple of 5 for `nearestAll`, of 4 for `sieve`. */
  readonly count: number;
  readonly weights: number;
}

/** Stored codes in kernel memory. */
export interface EntriesInMemory {
  readonly at: number;
  readonly count: number;
}

/**
 * The inner loops of iris comparison over one linear memory that the caller lays out (addresses in
 * bytes; codes at multiples of 8). All variants give the same bits.
 */
export interface IrisKernel {
  readonly variant: KernelVariant;
  /** The memory as it is now; a new object after `reserve`. */
  memory(): ArrayBuffer;
  /** Makes the memory at least this long; throws RangeError where the machine or the 4 GiB limit refuses. */
  reserve(bytes: number): void;
  /** Smallest normalised distance of each entry to any turn, as float64 at `out`. */
  nearestAll(turns: TurnsInMemory, entries: EntriesInMemory, out: number): void;
  /** Writes the positions (uint32 at `out`) of entries nearer than `limit`; returns how many. */
  sieve(turns: TurnsInMemory, entries: EntriesInMemory, limit: number, out: number): number;
}

/** The part of the WebAssembly API used here; the compiler's library has it only together with the DOM. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => CompiledModule;
  readonly Instance: new (module: CompiledModule, imports: object) => { readonly exports: object };
};
type CompiledModule = object & { readonly brand: 'CompiledModule' };

interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };

  nearestAll(
    turns: number,
    count: number,
    weights: number,
    codes: number,
    entries: number,
    out: number,
  ): void;

  sieve(
    turns: number,
    count: number,
    weights: number,
    plane: number,
    entries: number,
    limit: number,
    out: number,
  ): number;
}

const PAGE = 65_536;
const compiled = new Map<KernelVariant, CompiledModule>();

/** A kernel with its own memory. Throws where the machine cannot run the variant (old CPUs and SIMD). */
export function createIrisKernel(variant: KernelVariant): IrisKernel {
  if (variant === 'typescript') return typescriptIrisKernel();
  const instance = new WebAssembly.Instance(moduleOf(variant), {});
  return fromExports(variant, instance.exports as KernelExports);
}

/** The compiled module; kernels of one process share it. */
function moduleOf(variant: 'scalar' | 'simd'): CompiledModule {
  let module = compiled.get(variant);
  if (!module) {
    module = new WebAssembly.Module(
      readFileSync(new URL(`../../wasm/built/iris-${variant}.wasm`, import.meta.url)),
    );
    compiled.set(variant, module);
  }
  return module;
}

function fromExports(variant: KernelVariant, { memory, nearestAll, sieve }: KernelExports): IrisKernel {
  return {
    variant,
    memory: () => memory.buffer,
    reserve(bytes) {
      const missing = Math.ceil(bytes / PAGE) - memory.buffer.byteLength / PAGE;
      if (missing > 0) memory.grow(missing);
    },
    nearestAll: ({ at, count, weights }, entries, out) =>
      nearestAll(at, count, weights, entries.at, entries.count, out),
    sieve: ({ at, count, weights }, entries, limit, out) =>
      sieve(at, count, weights, entries.at, entries.count, limit, out),
  };
}
