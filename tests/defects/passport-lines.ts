/** Writes the two lines of a passport by hand: this side of the proof must not lean on the rules it tests. */
export interface PassportFacts {
  state: string;
  family: string;
  given: string;
  number: string;
  /** YYYY-MM-DD, YYYY-MM or YYYY */
  born: string;
  sex: 'M' | 'F';
  ends: string;
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function digitOver(text: string): string {
  let total = 0;
  [...text].forEach((letter, place) => {
    const worth = letter === '<' ? 0 : ALPHABET.indexOf(letter);
    total += worth * (place % 3 === 0 ? 7 : place % 3 === 1 ? 3 : 1);
  });
  return `${total % 10}`;
}

/** Capitals without marks; what is no letter becomes a filler. */
export function plainCapitals(name: string): string {
  return name
    .toUpperCase()
    .replaceAll('Đ', 'D')
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’.]/g, '')
    .replace(/[^A-Z]+/g, '<');
}

function sixDigits(date: string): string {
  const [year = '', month = '<<', day = '<<'] = date.split('-');
  return year.slice(2) + month + day;
}

/** Both lines without a break, 88 characters. */
export function passportLines(facts: PassportFacts): string {
  const names = facts.family
    ? `${plainCapitals(facts.family)}<<${plainCapitals(facts.given)}`
    : plainCapitals(facts.given);
  const first = `P<${facts.state}${names}`.slice(0, 44).padEnd(44, '<');
  const number = facts.number.padEnd(9, '<');
  const numberPart = number + digitOver(number);
  const bornPart = sixDigits(facts.born) + digitOver(sixDigits(facts.born));
  const endPart = sixDigits(facts.ends) + digitOver(sixDigits(facts.ends));
  const rest = '<'.repeat(14) + '0';
  return (
    first +
    numberPart +
    facts.state +
    bornPart +
    facts.sex +
    endPart +
    rest +
    digitOver(numberPart + bornPart + endPart + rest)
  );
}
