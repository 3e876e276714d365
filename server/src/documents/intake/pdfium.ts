import { PDFiumModule } from '@hyzyla/pdfium';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';

/** The calls of PDFium (built without scripts) that drawing needs; each takes and gives plain numbers. */
export interface Pdfium {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: { malloc(bytes: number): number; free(at: number): void };
  _FPDF_InitLibraryWithConfig(config: object): void;
  _FPDF_LoadMemDocument(at: number, bytes: number, password: number): number;
  _FPDF_GetLastError(): number;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_GetFormType(document: number): number;
  _FPDFDoc_GetJavaScriptActionCount(document: number): number;
  _FPDFDoc_GetAttachmentCount(document: number): number;
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetPageWidth(page: number): number;
  _FPDF_GetPageHeight(page: number): number;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, at: number, stride: number): number;
  _FPDFBitmap_FillRect(
    ...values: [bitmap: number, left: number, top: number, width: number, height: number, colour: number]
  ): void;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDF_RenderPageBitmap(
    ...values: [
      ...[bitmap: number, page: number, left: number, top: number],
      ...[width: number, height: number, rotate: number, flags: number],
    ]
  ): void;
}

type Program = { readonly brand: 'compiled' };
interface Running {
  readonly exports: object;
}
/** The part of the WebAssembly API used here; the compiler's library has it only together with the DOM. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<Program>;
  Instance: new (program: Program, imports: object) => Running;
};

let compiled: Promise<Program> | undefined;

/**
 * A reader with a memory of its own, for one document: what a hostile file does to it ends with that file. The
 * compiled program is kept. How far the memory may grow is set for the whole process (intake-child.ts).
 */
export async function openPdfium(): Promise<Pdfium> {
  const program = await (compiled ??= compile());
  const options = {
    instantiateWasm: (imports: object, use: (instance: Running) => void) => {
      const instance = new WebAssembly.Instance(program, imports);
      use(instance);
      return instance.exports;
    },
    // What it says of a file may quote the file.
    print: () => undefined,
    printErr: () => undefined,
  };
  const pdfium = (await PDFiumModule(options as never)) as unknown as Pdfium;
  pdfium._FPDF_InitLibraryWithConfig({ version: 2 });
  return pdfium;
}

async function compile(): Promise<Program> {
  const path = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
  return WebAssembly.compile(await readFile(path));
}
