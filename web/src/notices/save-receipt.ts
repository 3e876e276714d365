import type { Output } from '../api/api-client.ts';

/** Hands a file to the person; the browser decides whether it is opened or kept. */
export function saveFile({ fileName, base64, mime }: Output<'getNoticeReceipt'>): void {
  const link = document.createElement('a');
  link.href = `data:${mime};base64,${base64}`;
  link.download = fileName;
  link.click();
}
