import { readFileSync } from 'node:fs';

/** The part of the WebAssembly API used here; the compiler's library has it only together with the DOM. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => CompiledModule;
  readonly Instance: new (module: CompiledModule, imports: object) => { readonly exports: object };
  readonly Memory: new (size: { initial: number; maximum: number; shared: true }) => SharedMemory;
};
type CompiledModule = object & { readonly brand: 'CompiledModule' };

/** A linear memory that several threads see at once; it may be posted to them. */
export interface SharedMemory {
  /** A new object after `grow`. */
  readonly buffer: SharedArrayBuffer;
  grow(pages: number): number;
}

const PAGE = 65_536;
/** 4 GiB: all that 32-bit addresses reach. */
const MOST_PAGES = 65_536;
/** What the modules ask for. */
const LEAST_PAGES = 16;
const compiled = new Map<string, CompiledModule>();

/** A committed kernel with its memory. */
export interface LoadedKernel<Functions, Bytes extends ArrayBufferLike = ArrayBuffer> {
  readonly functions: Functions;
  /** The memory as it is now; a new object after `reserve`. */
  memory(): Bytes;
  /** Makes the memory at least this long; throws RangeError where the machine or the 4 GiB limit refuses. */
  reserve(bytes: number): void;
}

/** Loads `wasm/built/<name>.wasm` with a memory of its own; throws where the processor lacks its instructions. */
export function loadKernelModule<Functions extends object>(name: string): LoadedKernel<Functions> {
  const functions = new WebAssembly.Instance(compiledModule(name), {}).exports as Functions & {
    readonly memory: GrowingMemory<ArrayBuffer>;
  };
  return { functions, ...access(functions.memory) };
}

/** Loads a kernel that works in a memory which it is given. Threads that hand the same memory on see the same bytes. */
export function loadSharedKernel<Functions extends object>(
  name: string,
  memory: SharedMemory,
): LoadedKernel<Functions, SharedArrayBuffer> {
  const functions = new WebAssembly.Instance(compiledModule(name), { env: { memory } }).exports as Functions;
  return { functions, ...access(memory) };
}

/** A memory of at least this many bytes, of which no more is used than is written to; `most` is how far it may grow. */
export function sharedMemory(bytes: number, most = bytes): SharedMemory {
  const pages = (length: number): number =>
    Math.min(MOST_PAGES, Math.max(LEAST_PAGES, Math.ceil(length / PAGE)));
  return new WebAssembly.Memory({ initial: pages(bytes), maximum: pages(most), shared: true });
}

/** Kernels of one process share the code. */
function compiledModule(name: string): CompiledModule {
  let module = compiled.get(name);
  if (!module) {
    module = new WebAssembly.Module(readFileSync(new URL(`../wasm/built/${name}.wasm`, import.meta.url)));
    compiled.set(name, module);
  }
  return module;
}

interface GrowingMemory<Bytes> {
  readonly buffer: Bytes;
  grow(pages: number): number;
}

function access<Bytes extends ArrayBufferLike>(
  memory: GrowingMemory<Bytes>,
): Pick<LoadedKernel<object, Bytes>, 'memory' | 'reserve'> {
  return {
    memory: () => memory.buffer,
    reserve(bytes) {
      const missing = Math.ceil(bytes / PAGE) - memory.buffer.byteLength / PAGE;
      if (missing > 0) memory.grow(missing);
    },
  };
}
