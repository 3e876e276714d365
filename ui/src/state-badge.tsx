import type { ReactElement } from 'react';
import { TONE_SHAPES, type Tone } from './tone-shapes.ts';

/** The shape of a tone alone, beside words that say the same; drawn, because fonts lack such signs. */
export function ToneMark({ tone }: { readonly tone: Tone }): ReactElement {
  return (
    <svg className="tone-mark" viewBox="0 0 16 16" aria-hidden="true">
      <path d={TONE_SHAPES[tone]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}

/** A state as word, shape and colour. */
export function StateBadge({ tone, word }: { readonly tone: Tone; readonly word: string }): ReactElement {
  return (
    <span className={`badge badge-${tone}`}>
      <ToneMark tone={tone} />
      {word}
    </span>
  );
}
