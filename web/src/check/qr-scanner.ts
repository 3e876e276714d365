interface Barcode {
  readonly rawValue: string;
}
interface BarcodeReader {
  detect(source: ImageBitmapSource): Promise<readonly Barcode[]>;
}
type BarcodeReaderClass = new (options: { formats: string[] }) => BarcodeReader;

/** The browser's own reader of codes; undefined where it has none. */
export function browserQrReader(): BarcodeReader | undefined {
  const Reader = (globalThis as { BarcodeDetector?: BarcodeReaderClass }).BarcodeDetector;
  return Reader && new Reader({ formats: ['qr_code'] });
}

/** The text of the first code in a picture, undefined where there is none. */
export async function readPicture(reader: BarcodeReader, file: Blob): Promise<string | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return undefined;
  try {
    return (await reader.detect(bitmap))[0]?.rawValue;
  } finally {
    bitmap.close();
  }
}

const LOOK_EVERY_MS = 200;

/** Shows the camera in `video` and tells the first code that it sees; answers how to stop it. */
export async function scanCamera(
  reader: BarcodeReader,
  video: HTMLVideoElement,
  onText: (text: string) => void,
): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  video.srcObject = stream;
  await video.play();
  const stop = (): void => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  const timer = setInterval(() => {
    void reader.detect(video).then(
      ([found]) => {
        if (!found || !video.srcObject) return;
        stop();
        onText(found.rawValue);
      },
      () => undefined,
    );
  }, LOOK_EVERY_MS);
  return stop;
}
