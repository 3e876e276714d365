import { z } from 'zod';
import { READING_PURPOSES } from '../papers/reading-purposes.ts';

/**
 * Programs of before sent words of their own, which could name people in an audit that nothing is ever taken out of:
 * they go on working, and their words are kept as `not-stated`.
 */
export const ReadingPurposeSchema = z
  .enum(READING_PURPOSES)
  .catch('not-stated')
  .meta({ id: 'ReadingPurpose', description: 'Any other text is recorded as not-stated' });
