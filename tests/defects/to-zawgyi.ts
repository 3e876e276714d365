/** Burmese syllables in Unicode as a Zawgyi keyboard would have stored them: enough for the names of the proof. */
export function toZawgyi(unicode: string): string {
  return unicode
    .replace(/([\u1000-\u1021])((?:[\u103B-\u103E])*)\u1031/gu, (_, consonant: string, medials: string) => {
      return `\u1031${arrange(consonant, medials)}`;
    })
    .replace(/([\u1000-\u1021])([\u103C])/gu, (_, consonant: string, medials: string) =>
      arrange(consonant, medials),
    )
    .replace(/\u103A/gu, '\u1039');
}

/** Medial ra stands before its consonant and takes another code; ya, wa and ha move one place down. */
function arrange(consonant: string, medials: string): string {
  const ra = medials.includes('\u103C') ? '\u103B' : '';
  return ra + consonant + medials.replace('\u103C', '');
}
