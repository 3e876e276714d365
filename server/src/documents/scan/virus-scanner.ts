/** What a scanner says of a file; `by` names it with its version, for the record of the paper. */
export type ScanVerdict =
  | { readonly kind: 'clean'; readonly by: string }
  | { readonly kind: 'infected'; readonly by: string; readonly signature: string }
  /** It could not be asked, or gave no verdict: the file must not be taken (decision 0042). */
  | { readonly kind: 'unavailable' };

/** Looks for viruses in a file as it came, before anything of ours decodes it. */
export interface VirusScanner {
  readonly kind: 'none' | 'clamd';
  /** Never throws: whatever goes wrong is `unavailable`. */
  scan(bytes: Uint8Array): Promise<ScanVerdict>;
  /** True where it answers; asked by the health page and by the watch for outages. */
  probe(): Promise<boolean>;
}

/** Nothing is set up: files are taken unscanned, each paper says so, and production does not start with it. */
export const noScanner: VirusScanner = {
  kind: 'none',
  scan: async () => ({ kind: 'clean', by: 'none' }),
  probe: async () => true,
};
