import { mrzCheckDigit } from './check-digit.ts';
import { zoneLetters } from './latin-name.ts';
import { MRZ_SIZE, type MrzFormat } from './mrz.ts';

/** What a zone is made from; names as typed, dates `YYYY-MM-DD` or shorter where the day is not known. */
export interface MrzSource {
  readonly format: MrzFormat;
  readonly documentCode: string;
  readonly issuer: string;
  readonly documentNumber: string;
  readonly nationality: string;
  readonly lastName: string;
  readonly firstNames: string;
  readonly birth: string;
  readonly sex: 'M' | 'F' | '<';
  readonly expires: string;
  readonly optional?: string;
}

/** The lines of a zone joined by line feeds; used for demo people, tests and the simulators, never for a real document. */
export function composeMrz(source: MrzSource): string {
  const { length } = MRZ_SIZE[source.format];
  const text = COMPOSERS[source.format](source);
  return Array.from({ length: MRZ_SIZE[source.format].lines }, (_, line) =>
    text.slice(line * length, (line + 1) * length),
  ).join('\n');
}

const pad = (text: string, length: number): string => text.slice(0, length).padEnd(length, '<');
const withDigit = (text: string): string => text + mrzCheckDigit(text);
const head = (source: MrzSource): string => pad(source.documentCode, 2) + pad(source.issuer, 3);

/** Six digits, fillers where a part is not known. */
function shortDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return [year.slice(2), month, day].map((part) => part.padEnd(2, '<')).join('');
}

function nameField(source: MrzSource, length: number): string {
  const last = zoneLetters(source.lastName);
  const first = zoneLetters(source.firstNames);
  return pad(last === '' ? first : `${last}<<${first}`, length);
}

const COMPOSERS: Record<MrzFormat, (source: MrzSource) => string> = {
  TD3: (source) => {
    const number = withDigit(pad(source.documentNumber, 9));
    const birth = withDigit(shortDate(source.birth));
    const rest = withDigit(shortDate(source.expires)) + withDigit(pad(source.optional ?? '', 14));
    const second = number + pad(source.nationality, 3) + birth + source.sex + rest;
    return head(source) + nameField(source, 39) + second + mrzCheckDigit(number + birth + rest);
  },
  TD2: (source) => {
    const number = withDigit(pad(source.documentNumber, 9));
    const birth = withDigit(shortDate(source.birth));
    const rest = withDigit(shortDate(source.expires)) + pad(source.optional ?? '', 7);
    const second = number + pad(source.nationality, 3) + birth + source.sex + rest;
    return head(source) + nameField(source, 31) + second + mrzCheckDigit(number + birth + rest);
  },
  TD1: (source) => {
    const first = withDigit(pad(source.documentNumber, 9)) + pad(source.optional ?? '', 15);
    const birth = withDigit(shortDate(source.birth));
    const expires = withDigit(shortDate(source.expires));
    const rest = pad('', 11);
    const second = birth + source.sex + expires + pad(source.nationality, 3) + rest;
    return (
      head(source) + first + second + mrzCheckDigit(first + birth + expires + rest) + nameField(source, 30)
    );
  },
};
