import type { Weight } from '../layout/card-template.ts';

/** ISO 15924 tags of the scripts that our fonts hold. */
export type ScriptTag = 'Thai' | 'Latn' | 'Mymr' | 'Khmr' | 'Laoo';

export interface ScriptRun {
  readonly text: string;
  readonly script: ScriptTag;
  readonly weight: Weight;
}

const SCRIPTS: readonly (readonly [ScriptTag, RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Mymr', /\p{Script=Myanmar}/u],
  ['Khmr', /\p{Script=Khmer}/u],
  ['Laoo', /\p{Script=Lao}/u],
];

/**
 * Runs of one script (UAX 24): a shaper that guesses from a run's first letter shapes the rest wrongly. Signs
 * without a script of their own (digits, spaces, marks) go with the run before them, at the start with the one after.
 */
export function itemise(text: string, weight: Weight): ScriptRun[] {
  const runs: { text: string; script: ScriptTag | undefined }[] = [];
  for (const character of text) {
    const script = scriptOf(character);
    const last = runs[runs.length - 1];
    if (last && (script === undefined || last.script === undefined || last.script === script)) {
      last.text += character;
      last.script ??= script;
    } else runs.push({ text: character, script });
  }
  return runs.map((run) => ({ text: run.text, script: run.script ?? 'Latn', weight }));
}

function scriptOf(character: string): ScriptTag | undefined {
  if (character <= '\u007f') return /[A-Za-z]/.test(character) ? 'Latn' : undefined;
  return SCRIPTS.find(([, pattern]) => pattern.test(character))?.[0];
}
