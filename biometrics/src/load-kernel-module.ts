import { readFileSync } from 'node:fs';

/** The part of the WebAssembly API used here; the compiler's library has it only together with the DOM. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => CompiledModule;
  readonly Instance: new (module: CompiledModule, imports: object) => { readonly exports: object };
};
type CompiledModule = object & { readonly brand: 'CompiledModule' };

const PAGE = 65_536;
const compiled = new Map<string, CompiledModule>();

/** A committed kernel with a memory of its own. */
export interface LoadedKernel<Functions> {
  readonly functions: Functions;
  /** The memory as it is now; a new object after `reserve`. */
  memory(): ArrayBuffer;
  /** Makes the memory at least this long; throws RangeError where the machine or the 4 GiB limit refuses. */
  reserve(bytes: number): void;
}

/** Loads `wasm/built/<name>.wasm`; throws where the processor lacks its instructions. Kernels of one process share the code. */
export function loadKernelModule<Functions extends object>(name: string): LoadedKernel<Functions> {
  let module = compiled.get(name);
  if (!module) {
    module = new WebAssembly.Module(readFileSync(new URL(`../wasm/built/${name}.wasm`, import.meta.url)));
    compiled.set(name, module);
  }
  const functions = new WebAssembly.Instance(module, {}).exports as Functions & {
    readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  };
  const { memory } = functions;
  return {
    functions,
    memory: () => memory.buffer,
    reserve(bytes) {
      const missing = Math.ceil(bytes / PAGE) - memory.buffer.byteLength / PAGE;
      if (missing > 0) memory.grow(missing);
    },
  };
}
