/** Our one page, under a scheme of our own that no web page can have. */
export const PAGE_URL = 'station://screens/index.html';

/** True where a message comes from the top frame of our own page; everything else is ignored. */
export function isTrustedSender(frame: { readonly url: string; readonly parent: unknown } | null): boolean {
  if (!frame || frame.parent !== null) return false;
  try {
    const { protocol, host } = new URL(frame.url);
    return protocol === 'station:' && host === 'screens';
  } catch {
    return false;
  }
}
