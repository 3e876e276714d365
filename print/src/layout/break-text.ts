/**
 * Pieces between which a line may end, spaces kept at the end of their piece. Thai, Khmer, Lao and Burmese write
 * words without spaces: ICU's dictionaries find them.
 */
export function breakPieces(text: string, finest: 'word' | 'grapheme' = 'word'): string[] {
  const segmenter = finest === 'word' ? WORDS : GRAPHEMES;
  const pieces: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = pieces.length - 1;
    if (last >= 0 && clings(segment, pieces[last]!)) pieces[last] += segment;
    else pieces.push(segment);
  }
  return pieces;
}

/** The locale only matters for tie-breaks; one segmenter serves all our scripts. */
const WORDS = new Intl.Segmenter('th', { granularity: 'word' });
const GRAPHEMES = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** A line never begins with a space, a closing mark or a sign that belongs to the word before, nor ends with an opener. */
function clings(segment: string, before: string): boolean {
  const isLatinInside =
    /^[\p{Script=Latin}\p{N}'’.-]/u.test(segment) && /[\p{Script=Latin}\p{N}'’.-]$/u.test(before);
  return (
    /^[\s\p{M}\p{Pe}\p{Pf}.,:;!?ฯๆ။၊។ໆ/-]/u.test(segment) || /[\p{Ps}\p{Pi}]$/u.test(before) || isLatinInside
  );
}
