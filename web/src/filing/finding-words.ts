import type { FieldProblem } from '@permit/domain/catalogue/validate-draft.ts';
import { FIELD_TEXTS } from '@permit/domain/checks/texts/field-texts.ts';
import { say, type Language } from '@permit/domain/texts/text.ts';
import type { Output } from '../api/api-client.ts';

export type Finding = Output<'precheckDraft'>['findings'][number];

/** What a finding says at its field; the code where it has no words (papers have words of their own). */
export function findingWords(code: string, language: Language): string {
  const bare = code.replace(/^field-/, '') as FieldProblem;
  const text = Object.hasOwn(FIELD_TEXTS, bare) ? FIELD_TEXTS[bare] : undefined;
  return text ? say(text, language) : code;
}

/** Codes of the server's parser for a value that is no date or no birth date, by the path it complains of. */
export function refusedField(path: string): { readonly field: string; readonly code: FieldProblem } {
  const field = path.replace(/^draft\./, '').replace(/\.(date|precision)$/, '');
  if (field === 'worker.birth') return { field, code: 'not-a-birth-date' };
  return {
    field,
    code: /expires|issued|Until|arrived|from|to$|On$|Date$/.test(field) ? 'not-a-date' : 'not-text',
  };
}
