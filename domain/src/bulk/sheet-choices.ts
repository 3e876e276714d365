import { isNationality, NATIONALITIES, nationalityName, type Nationality } from '../people/nationality.ts';

type Choices = Readonly<Record<string, readonly string[]>>;

/** Words that a sheet uses for a choice of the form; compared in lower case without dots and spaces. */
export const SHEET_CHOICES = {
  sex: { male: ['ชาย', 'male', 'm', 'ช', '1'], female: ['หญิง', 'female', 'f', 'ญ', '2'] },
  prefix: { mr: ['นาย', 'mr'], mrs: ['นาง', 'mrs'], miss: ['นางสาว', 'นส', 'miss', 'ms'] },
  travelDocument: {
    passport: ['passport', 'หนังสือเดินทาง', 'pp'],
    ci: ['ci', 'certificateofidentity'],
    td: ['td', 'traveldocument'],
    'border-pass': ['borderpass', 'border-pass', 'บัตรผ่านแดน'],
    'pink-card': ['pinkcard', 'pink-card', 'บัตรชมพู'],
    'alien-book': ['alienbook', 'alien-book', 'ใบต่างด้าว'],
  },
  sector: {
    general: ['general', 'ทั่วไป'],
    domestic: ['domestic', 'งานบ้าน', 'รับใช้ในบ้าน'],
    farm: ['farm', 'เกษตร', 'เกษตรกรรม'],
    livestock: ['livestock', 'ปศุสัตว์'],
    fishery: ['fishery', 'ประมง'],
  },
  cover: {
    'social-security': ['socialsecurity', 'social-security', 'ประกันสังคม'],
    insurance: ['insurance', 'ประกันสุขภาพ', 'ประกันภัย'],
  },
} as const satisfies Record<string, Choices>;

export type SheetChoice = keyof typeof SHEET_CHOICES;

const bare = (text: string): string => text.normalize('NFC').toLowerCase().replace(/[.\s]/g, '');

/** The choice that a cell means, or undefined where it is none of the list. */
export function readSheetChoice(list: SheetChoice, text: string): string | undefined {
  const word = bare(text);
  const choices: Choices = SHEET_CHOICES[list];
  return Object.keys(choices).find((choice) => choices[choice]!.includes(word));
}

/** Names of the four neighbours as sheets write them, beside the code, the ISO names and their Thai names. */
const COMMON_NAMES: Readonly<Partial<Record<Nationality, readonly string[]>>> = {
  MM: ['พม่า', 'เมียนมา', 'เมียนมาร์', 'burma', 'burmese', 'myanmar'],
  KH: ['กัมพูชา', 'เขมร', 'cambodian', 'khmer'],
  LA: ['ลาว', 'lao', 'laos', 'laotian'],
  VN: ['เวียดนาม', 'vietnamese', 'vietnam'],
};

const BY_WORD = new Map<string, Nationality>(
  (Object.keys(NATIONALITIES) as Nationality[]).flatMap((code) =>
    [
      code,
      NATIONALITIES[code][0],
      nationalityName(code, 'en'),
      nationalityName(code, 'th'),
      ...(COMMON_NAMES[code] ?? []),
    ].map((word) => [bare(word), code] as const),
  ),
);

/** Nationality from a code of two or three letters, or a name in English or Thai. */
export function readSheetNationality(text: string): Nationality | undefined {
  const found = BY_WORD.get(bare(text));
  return found && isNationality(found) ? found : undefined;
}
