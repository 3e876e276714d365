import { createRequire } from 'node:module';

/** The part of the openjpeg build that is used; its own package carries no types. */
export interface OpenJpeg {
  readonly HEAPU8: Uint8Array;
  readonly J2KDecoder: new () => Decoder;
  readonly J2KEncoder: new () => Encoder;
}

interface Freed {
  delete(): void;
}

interface Decoder extends Freed {
  getEncodedBuffer(byteLength: number): Uint8Array;
  decode(): void;
  getDecodedBuffer(): Uint8Array;
  getFrameInfo(): {
    readonly width: number;
    readonly height: number;
    readonly bitsPerSample: number;
    readonly componentCount: number;
    readonly isSigned: boolean;
  };
}

interface Encoder extends Freed {
  getDecodedBuffer(frame: {
    width: number;
    height: number;
    bitsPerSample: number;
    componentCount: number;
    isSigned: boolean;
  }): Uint8Array;
  setDecompositions(count: number): void;
  setQuality(reversible: boolean, layer: number): void;
  encode(): void;
  getEncodedBuffer(): Uint8Array;
}

type Factory = (options: { print(): void; printErr(): void }) => Promise<OpenJpeg>;

/** A heap never shrinks, so an instance that once met a large picture is let go. */
const LARGEST_KEPT_HEAP = 96 * 1024 * 1024;

let loaded: Promise<OpenJpeg> | undefined;

/**
 * Runs `use` with the codec (loaded at first need, 7 ms). After a fault, or when the heap has grown,
 * the next caller gets a fresh instance: an aborted WebAssembly module must not be used again.
 */
export async function withOpenJpeg<T>(use: (codec: OpenJpeg) => T): Promise<T> {
  loaded ??= load();
  const codec = await loaded;
  try {
    return use(codec);
  } catch (fault) {
    loaded = undefined;
    throw new CodecRefusal(fault);
  } finally {
    if (codec.HEAPU8.length > LARGEST_KEPT_HEAP) loaded = undefined;
  }
}

/** What the codec throws (often a bare number) when the picture is at fault, or too large for it. */
export class CodecRefusal extends Error {
  override readonly name = 'CodecRefusal';

  constructor(cause: unknown) {
    super('the JPEG 2000 codec refuses', { cause });
  }
}

function load(): Promise<OpenJpeg> {
  const factory = createRequire(import.meta.url)('@cornerstonejs/codec-openjpeg/wasmjs') as Factory;
  // Its own object every time: the factory turns it into the module, and a used one cannot start again.
  return factory({ print() {}, printErr() {} });
}
