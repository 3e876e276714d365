import { nameSearchKey } from './name-search-key.ts';
import { soundKey } from './name-sound.ts';

/**
 * How alike two names are, 0 to 1, and why; for hints to people, never for a decision by itself. Words are paired
 * in any order; each pair counts by its spelling, or a little less by its sound.
 */
export interface NameLikeness {
  readonly score: number;
  readonly why: 'same-key' | 'same-words' | 'sounds-alike' | 'partly' | 'different';
}

/** Titles that people write before a name as a word of its own; never taken where nothing else would remain. */
const TITLES = new Set([
  ...['mr', 'mrs', 'ms', 'miss', 'u', 'daw', 'ma', 'mg', 'maung', 'ko', 'naw', 'saw', 'nang', 'sai', 'thao'],
  ...[
    'ဦး',
    'ဒေါ်',
    'ကို',
    'မောင်',
    'မ',
    'นาย',
    'นาง',
    'นางสาว',
    'น.ส',
    'ท้าว',
    'ທ້າວ',
    'ນາງ',
    'លោក',
    'អ្នកស្រី',
    'កញ្ញា',
  ],
  ...['ông', 'bà', 'anh', 'chị'],
]);

/** Titles that are written together with the name. */
const ATTACHED_TITLE = /^(?:ဦး|ဒေါ်|นางสาว|นาย|น\.ส\.|ທ້າວ|លោក)(?=.{3})/u;

const SAME_SOUND = 0.92;

/** From this score two spellings are taken for one name; chosen on the pairs of name-pairs.fixture.ts. */
export const SAME_NAME = 0.88;

/** Compares whole names in any script; both in one script, since no transliteration is guessed. */
export function nameLikeness(one: string, other: string): NameLikeness {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return { score: 0, why: 'different' };
  const joined = [a.join(''), b.join('')].map(toWord) as [Word, Word];
  if (joined[0].key === joined[1].key) return { score: 1, why: 'same-key' };
  if ([...a].sort().join(' ') === [...b].sort().join(' ')) return { score: 0.98, why: 'same-words' };
  const whole = wordLikeness(joined[0], joined[1]);
  // Both ways round, because the pairing takes the best partner first come, first served.
  const [x, y] = [a.map(toWord), b.map(toWord)];
  const score = Math.max(whole * 0.98, pairedLikeness(x, y), pairedLikeness(y, x));
  if (joined[0].sound === joined[1].sound) return { score: Math.max(score, SAME_SOUND), why: 'sounds-alike' };
  return { score, why: score >= 0.6 ? 'partly' : 'different' };
}

/** Search keys of the words without a leading title. */
function wordsOf(name: string): string[] {
  const words = name
    .normalize('NFC')
    .split(/[\p{Zs}\p{Pd},/]+/u)
    .filter(Boolean);
  const [first = ''] = words;
  const isTitle = words.length > 1 && TITLES.has(first.toLowerCase().replace(/\.$/, ''));
  const bare = isTitle ? words.slice(1) : [first.replace(ATTACHED_TITLE, ''), ...words.slice(1)];
  return bare.map(nameSearchKey).filter(Boolean);
}

interface Word {
  readonly key: string;
  /** Worked out once: every word is compared with every other. */
  readonly sound: string;
}

const toWord = (key: string): Word => ({ key, sound: soundKey(key) });

/** Best pairing of the words, longest first; words without a partner count as nothing by their length. */
function pairedLikeness(a: readonly Word[], b: readonly Word[]): number {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const left = [...many];
  let matched = 0;
  for (const word of [...few].sort((x, y) => y.key.length - x.key.length)) {
    const scores = left.map((candidate) => wordLikeness(word, candidate));
    const best = Math.max(...scores);
    const [partner] = left.splice(scores.indexOf(best), 1);
    matched += best * (word.key.length + (partner?.key.length ?? 0));
  }
  const total = [...a, ...b].reduce((sum, { key }) => sum + key.length, 0);
  return matched / total;
}

function wordLikeness(a: Word, b: Word): number {
  if (a.key === b.key) return 1;
  if (a.sound === b.sound) return SAME_SOUND;
  const [soundShare, letterShare] = [shareKept(a.sound, b.sound), shareKept(a.key, b.key)];
  return Math.max(letterShare * letterShare, 0.9 * soundShare * soundShare);
}

/** 1 - edits / longer length (Levenshtein with swapped neighbours as one edit). */
function shareKept(a: string, b: string): number {
  const [x, y] = [[...a], [...b]];
  const longer = Math.max(x.length, y.length);
  return longer === 0 ? 1 : 1 - editDistance(x, y) / longer;
}

function editDistance(x: readonly string[], y: readonly string[]): number {
  let before: number[] = [];
  let last = Array.from({ length: y.length + 1 }, (_, column) => column);
  for (let row = 1; row <= x.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= y.length; column += 1) {
      const same = x[row - 1] === y[column - 1] ? 0 : 1;
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + same,
      );
      if (row > 1 && column > 1 && x[row - 1] === y[column - 2] && x[row - 2] === y[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    before = last;
    last = current;
  }
  return last[y.length] ?? 0;
}
