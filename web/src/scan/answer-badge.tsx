import { VERIFIER_ANSWERS, type VerifierAnswerCode } from '@permit/domain/cards/verify-permit-qr.ts';
import { ANSWER_TONES } from '@permit/ui/answer-tones.ts';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import { verifierAnswerTexts } from '@permit/ui/texts/answer-texts.ts';
import type { Tone } from '@permit/ui/tone-shapes.ts';
import type { ReactElement } from 'react';
import { useTexts } from '../app/use-texts.ts';

/** Colour of an answer; one that this page does not know is a warning. */
export function toneOfAnswer(answer: string): Tone {
  return ANSWER_TONES[answer as VerifierAnswerCode] ?? 'warn';
}

/** The answer of a check as word, shape and colour. */
export function AnswerBadge({ answer }: { readonly answer: string }): ReactElement {
  const t = useTexts(verifierAnswerTexts);
  const known = VERIFIER_ANSWERS.find((one) => one === answer);
  return <StateBadge tone={toneOfAnswer(answer)} word={known ? t(known) : answer} />;
}
