import { useState } from 'react';

/** The fields of a small form: their values, a setter for each, and the way back to empty. */
export function useTyped<Field extends string>(fields: readonly Field[]) {
  const empty = Object.fromEntries(fields.map((field) => [field, ''])) as Record<Field, string>;
  const [typed, setTyped] = useState(empty);
  return {
    typed,
    set: (field: Field) => (value: string) => setTyped((before) => ({ ...before, [field]: value })),
    clear: () => setTyped(empty),
    complete: fields.every((field) => typed[field].trim() !== ''),
  };
}
