import { ASSUMED, CERTAIN } from './figure.ts';

/**
 * What the intake takes of a file, as data: a change is an edit here. Only the size is official; the rest keeps a
 * stranger's file from filling memory or an officer's screen, and is ours to change.
 */
export const DOCUMENT_LIMITS = {
  /** Of a file as it comes. */
  bytes: { value: 4 * 1024 * 1024, ...CERTAIN('4 MB each, shown by the portal, notes 2.5 [O]') },
  /** Of a PDF. The longest paper we know, a company registration with its list of shareholders, has about 30. */
  pages: { value: 40, ...ASSUMED('no limit of pages was found on the portal; ours') },
  /** Longest side of a PDF's page in points (1/72 inch): the 200 inches that PDF 1.7 itself sets as its limit. */
  pageSidePoints: { value: 14_400, ...ASSUMED('ISO 32000-1 annex C; as a refusal it is ours') },
  /** At which a PDF's page is drawn: the small print of a visa is readable, an A4 page has 1.9 million pixels. */
  pageDpi: { value: 140, ...ASSUMED('ours') },
  /** Longest side of a drawn page in pixels; a larger page is drawn smaller. */
  pageSidePx: { value: 2_000, ...ASSUMED('ours') },
  /** All pages of one PDF together, in pixels: 40 pages of A4. */
  allPagesPx: { value: 80_000_000, ...ASSUMED('ours') },
  /** In which all pages must be drawn; a page that alone takes longer ends with its process. */
  drawingMs: { value: 25_000, ...ASSUMED('ours') },
} as const;
