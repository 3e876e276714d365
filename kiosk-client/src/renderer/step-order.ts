import type { CaptureStep } from '../kiosk-views.ts';

/** The steps in order. Written again here because the seam's own list would bring its schemas into the page. */
export const CAPTURE_STEPS = [
  'notice',
  'portrait',
  'right-four',
  'left-four',
  'two-thumbs',
  'both-irises',
  'same-person',
  'review',
] as const satisfies readonly CaptureStep[];
