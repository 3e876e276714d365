import type { ReactElement } from 'react';
import { TONE_SHAPES, type Tone } from './tone-shapes.ts';

/** A state as word, shape and colour. */
export function StateBadge({ tone, word }: { readonly tone: Tone; readonly word: string }): ReactElement {
  return (
    <span className={`badge badge-${tone}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={TONE_SHAPES[tone]} fill="currentColor" fillRule="evenodd" />
      </svg>
      {word}
    </span>
  );
}
