import { plainCapitals } from './passport-lines.ts';
import { requestOf, type TestCase } from './clean-case.ts';
import type { Random } from './seeded-random.ts';
import { toZawgyi } from './to-zawgyi.ts';

/** One kind of defect: how it is made, and which codes say that it was seen. */
export interface Defect {
  readonly kind: string;
  /** Any of these, at a place where the clean case had none. */
  readonly seenAs: readonly string[];
  /** Changes the case; false where this case cannot have the defect (then another case is taken). */
  readonly inject: (testCase: TestCase, random: Random) => boolean;
}

// The draft is edited as loose JSON: a defect is exactly what the types forbid.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;
const loose = (testCase: TestCase): Loose => testCase.draft;

const defect = (
  kind: string,
  seenAs: string | string[],
  inject: (draft: Loose, random: Random, whole: TestCase) => boolean | void,
): Defect => ({
  kind,
  seenAs: [seenAs].flat(),
  inject: (testCase, random) => inject(loose(testCase), random, testCase) !== false,
});

function otherLetter(letter: string, random: Random): string {
  const others = [...'abcdefghijklmnoprstuvwy'].filter((other) => other !== letter.toLowerCase());
  return random.pick(others);
}

/** A place inside a name that holds a plain letter. */
function letterAt(name: string, random: Random): number {
  const places = [...name].flatMap((letter, place) => (/[a-zA-Z]/.test(letter) ? [place] : []));
  return random.pick(places);
}

function editFirstName(draft: Loose, edit: (letters: string[]) => string[]): boolean {
  const { names } = draft.worker;
  const before = names.firstLatin as string;
  names.firstLatin = edit([...before]).join('');
  return plainCapitals(names.firstLatin) !== plainCapitals(before);
}

function dropPaper(draft: Loose, type: string): boolean {
  const before = draft.documents.length;
  draft.documents = draft.documents.filter((document: Loose) => document.type !== type);
  return draft.documents.length < before;
}

const paperOf = (draft: Loose, type: string): Loose =>
  draft.documents.find((document: Loose) => document.type === type);
const isRenewal = (draft: Loose): boolean => draft.serviceCode === 'R59M';
const hasDay = (draft: Loose): boolean => draft.worker.birth.precision === 'day';

export const DEFECTS: readonly Defect[] = [
  defect('one letter of the name mistyped', 'mrz-name-differs', (draft, random) =>
    editFirstName(draft, (letters) => {
      const place = letterAt(letters.join(''), random);
      return letters.with(place, otherLetter(letters[place] ?? '', random));
    }),
  ),
  defect('one letter of the name left out', 'mrz-name-differs', (draft, random) =>
    editFirstName(draft, (letters) => letters.toSpliced(letterAt(letters.join(''), random), 1)),
  ),
  defect('two letters of the name swapped', 'mrz-name-differs', (draft, random) =>
    editFirstName(draft, (letters) => {
      const pairs = letters.flatMap((letter, place) =>
        /[a-zA-Z]{2}/.test(letter + (letters[place + 1] ?? '')) ? [place] : [],
      );
      if (pairs.length === 0) return letters;
      const place = random.pick(pairs);
      return letters.with(place, letters[place + 1] ?? '').with(place + 1, letters[place] ?? '');
    }),
  ),
  defect("another person's name", 'mrz-name-differs', (draft) => {
    draft.worker.names = {
      ...draft.worker.names,
      firstLatin: 'Wunna Sithu',
      middleLatin: undefined,
      lastLatin: undefined,
    };
  }),
  defect('last name left out', 'mrz-name-differs', (draft) => {
    if (!draft.worker.names.lastLatin) return false;
    delete draft.worker.names.lastLatin;
    return true;
  }),
  defect('birth day wrong', 'mrz-birth-differs', (draft, random) => {
    if (!hasDay(draft)) return false;
    const { birth } = draft.worker;
    const day = Number(birth.date.slice(8));
    birth.date = birth.date.slice(0, 8) + String(((day - 1 + random.whole(1, 27)) % 28) + 1).padStart(2, '0');
    return true;
  }),
  defect('day and month of birth swapped', ['mrz-birth-differs', 'field-not-a-birth-date'], (draft) => {
    if (!hasDay(draft)) return false;
    const [year, month, day] = draft.worker.birth.date.split('-');
    draft.worker.birth.date = `${year}-${day}-${month}`;
    return day !== month;
  }),
  defect('birth year in the Buddhist era', ['mrz-birth-differs', 'birth-date-unlikely'], (draft) => {
    const { birth } = draft.worker;
    birth.date = String(Number(birth.date.slice(0, 4)) + 543) + birth.date.slice(4);
  }),
  defect('birth year one off', 'mrz-birth-differs', (draft, random) => {
    const { birth } = draft.worker;
    birth.date = String(Number(birth.date.slice(0, 4)) + random.pick([-1, 1])) + birth.date.slice(4);
  }),
  defect('sex wrong', 'mrz-sex-differs', (draft) => {
    draft.worker.sex = draft.worker.sex === 'male' ? 'female' : 'male';
  }),
  defect('nationality wrong', 'mrz-nationality-differs', (draft, random) => {
    draft.worker.nationality = random.pick(
      ['MM', 'LA', 'KH', 'VN', 'CN'].filter((code) => code !== draft.worker.nationality),
    );
  }),
  defect('passport number mistyped', 'mrz-number-differs', (draft, random) => {
    const digits = [...(draft.travelDocument.number as string)];
    const place = random.whole(2, digits.length - 1);
    draft.travelDocument.number = digits
      .with(place, String((Number(digits[place]) + random.whole(1, 9)) % 10))
      .join('');
  }),
  defect('passport expiry mistyped', 'mrz-expiry-differs', (draft, random) => {
    const { expires } = draft.travelDocument;
    draft.travelDocument.expires =
      String(Number(expires.slice(0, 4)) + random.pick([-1, 1, 2])) + expires.slice(4);
  }),
  defect('passport lines misread by one character', 'mrz-check-digit', (draft, random) => {
    const lines = [...(draft.travelDocument.mrz as string)];
    const place = random.pick([44, 45, 46, 47, 48, 57, 58, 65, 66, 67]);
    const swap: Record<string, string> = {
      O: '0',
      '0': 'O',
      I: '1',
      '1': 'I',
      B: '8',
      '8': 'B',
      S: '5',
      '5': 'S',
      Z: '2',
      '2': 'Z',
    };
    const read = swap[lines[place] ?? ''];
    if (!read) return false;
    draft.travelDocument.mrz = lines.with(place, read).join('');
    return true;
  }),
  defect('passport lines cut off', 'mrz-unreadable', (draft, random) => {
    draft.travelDocument.mrz = draft.travelDocument.mrz.slice(0, random.whole(20, 80));
    return ![72, 90].includes(draft.travelDocument.mrz.length);
  }),
  defect('passport run out', 'travel-document-expired', (draft, random) => {
    draft.travelDocument.expires = `2026-0${random.whole(1, 9)}-10`;
    draft.travelDocument.mrz = '';
  }),
  defect('leave to stay ended', 'stay-ended', (draft, random) => {
    if (!isRenewal(draft)) return false;
    draft.visa.permittedUntil = `2026-1${random.whole(0, 1)}-0${random.whole(1, 9)}`;
    return true;
  }),
  defect('renewal filed after expiry', 'filed-after-expiry', (draft, random, whole) => {
    if (!isRenewal(draft)) return false;
    // The permit itself has ended: the record of it goes before what was typed.
    for (const said of [draft.oldPermit, whole.lastPermit as Loose])
      if (said) said.expires = `2026-11-${random.whole(10, 19)}`;
    return true;
  }),
  defect('required paper missing', 'document-missing', (draft, random) =>
    dropPaper(
      draft,
      random.pick(
        isRenewal(draft)
          ? ['form-bt46', 'photo', 'old-permit', 'signatory-id']
          : ['photo', 'old-permit', 'power-of-attorney', 'grantor-id'],
      ),
    ),
  ),
  defect('portrait sent as another paper', 'document-wrong-kind', (draft, random) => {
    // All that the intake tells of a picture's kind; of a PDF, or of two other papers, it tells nothing.
    const pictures = draft.documents.filter(
      ({ type, mime }: Loose) => type !== 'photo' && mime !== 'application/pdf',
    );
    if (pictures.length === 0) return false;
    random.pick(pictures as Loose[]).seenAs = 'photo';
    return true;
  }),
  defect('paper run out, as its filer says', 'document-expired', (draft, random) => {
    const paper = random.pick(draft.documents.filter(({ type }: Loose) => type !== 'photo') as Loose[]);
    paper.expires = `2026-${random.pick(['05', '10', '11'])}-1${random.whole(0, 9)}`;
  }),
  defect('portrait sent as a PDF', 'document-not-a-picture', (draft) => {
    paperOf(draft, 'photo').mime = 'application/pdf';
  }),
  defect('portrait older than six months', 'document-too-old', (draft, random) => {
    paperOf(draft, 'photo').issued = `2025-${random.pick(['03', '07', '11'])}-02`;
  }),
  defect('closed occupation', 'occupation-closed', (draft, random) => {
    draft.job.occupation = random.pick([
      'พนักงานขับรถบรรทุก',
      'ช่างตัดผม',
      'หมอนวดแผนไทย',
      'มัคคุเทศก์',
      'งานเลขานุการ',
      'truck driver',
      'street vendor',
      'Thai massage',
      'office clerk',
      'ช่างทองรูปพรรณ',
      'นายหน้าขายที่ดิน',
    ]);
  }),
  defect(
    'occupation without its condition',
    ['occupation-needs-treaty', 'occupation-needs-employment'],
    (draft, random) => {
      draft.job = {
        ...draft.job,
        asEmployee: false,
        occupation: random.pick([
          'วิศวกรโยธา',
          'สถาปนิก',
          'accountant',
          'ทำสวนยาง',
          'ก่อสร้าง',
          'ช่างเย็บผ้า',
          'farm work',
          'carpenter',
        ]),
      };
    },
  ),
  defect('second request with a new passport', 'duplicate-open-request', (draft, random, whole) => {
    if (!hasDay(draft)) return false;
    whole.openRequests.push(requestOf({ ...whole.person, passport: 'ZZ7654321' }, draft.serviceCode, random));
    return true;
  }),
  defect('second request, name spelt otherwise', 'duplicate-open-request', (draft, random, whole) => {
    if (!hasDay(draft)) return false;
    const other = respell(whole.person.given, random);
    if (other === whole.person.given) return false;
    whole.openRequests.push(
      requestOf({ ...whole.person, given: other, passport: 'ZZ7654321' }, draft.serviceCode, random),
    );
    return true;
  }),
  defect(
    'second request, passport number read with look-alikes',
    'duplicate-open-request',
    (draft, random, whole) => {
      const passport = whole.person.passport.replace('0', 'O').replace('1', 'I').replace('8', 'B');
      if (passport === whole.person.passport) return false;
      whole.openRequests.push(requestOf({ ...whole.person, passport }, draft.serviceCode, random));
      return true;
    },
  ),
  defect('under age', 'age-outside', (draft, random) => {
    draft.worker.birth = { precision: 'day', date: `${random.whole(2010, 2014)}-05-05` };
  }),
  defect('period over two years', 'period-too-long', (draft, random) => {
    if (!isRenewal(draft)) return false;
    draft.period.to = `${random.whole(2029, 2032)}-01-${random.whole(11, 28)}`;
    return true;
  }),
  defect('power of attorney for another act', 'attorney-act-not-covered', (draft, random) => {
    if (isRenewal(draft)) return false;
    draft.powerOfAttorney.acts = random.pick([['renew', 'pay'], ['notify'], [], ['collect', 'book']]);
    return true;
  }),
  defect('power of attorney run out', 'attorney-expired', (draft, random) => {
    if (isRenewal(draft)) return false;
    draft.powerOfAttorney.until = `2026-1${random.whole(0, 1)}-01`;
    return true;
  }),
  defect('stamp duty too low', 'attorney-stamp-duty', (draft) => {
    if (isRenewal(draft)) return false;
    draft.powerOfAttorney.stampDuty = 1000;
    return true;
  }),
  defect('portrait too small', 'portrait-too-small', (draft, random) => {
    const width = random.whole(90, 330);
    Object.assign(paperOf(draft, 'photo').portrait, {
      widthPx: width,
      heightPx: Math.round((width * 4) / 3),
    });
  }),
  defect('portrait blurred', 'portrait-blurred', (draft, random) => {
    paperOf(draft, 'photo').portrait.sharpness = random.next() * 12;
  }),
  defect('portrait before a busy wall', 'portrait-background', (draft, random) => {
    paperOf(draft, 'photo').portrait.backgroundSpread = 45 + random.next() * 40;
  }),
  defect('face too small in the portrait', 'portrait-face-size', (draft, random) => {
    paperOf(draft, 'photo').portrait.faceAreaShare = random.next() * 0.1;
  }),
  defect('birth differs from the permit in force', 'last-permit-person-differs', (draft, _random, whole) => {
    const last = whole.lastPermit as Loose;
    if (!last || !hasDay(draft)) return false;
    last.person.birth = { precision: 'day', date: '1960-06-06' };
    return true;
  }),
  defect('number of the old permit mistyped', 'last-permit-number-differs', (draft, random) => {
    if (!isRenewal(draft)) return false;
    draft.oldPermit.number = `74${random.whole(10_000_000, 99_999_999)}`;
    return true;
  }),
  defect('pink card number with a wrong digit', 'field-check-digit-differs', (draft, random) => {
    const number = draft.worker.nonThaiId as string | undefined;
    if (!number) return false;
    // The third digit has the weight 11, so the register's rule cannot see it; the table says so.
    const place = random.whole(3, 12);
    draft.worker.nonThaiId = [...number]
      .with(place, String((Number(number[place]) + random.whole(1, 9)) % 10))
      .join('');
    return true;
  }),
  defect('Burmese typed in Zawgyi', 'field-zawgyi', (draft, _random, whole) => {
    if (whole.person.country !== 'MM' || !whole.person.native) return false;
    draft.worker.names.native = toZawgyi(whole.person.native);
    return draft.worker.names.native !== whole.person.native;
  }),
  defect(
    'hidden character in the name',
    ['field-name-bidi-override', 'field-name-control-character'],
    (draft, random) => {
      draft.worker.names.firstThai += random.pick(['\u202E', '\u2066', '\u0007', '\u00AD']);
    },
  ),
  defect('insurance too short', 'cover-too-short', (draft, random) => {
    if (isRenewal(draft)) return false;
    draft.cover.to = `2027-0${random.whole(1, 3)}-15`;
    return true;
  }),
  defect('filed after the round closed', 'round-closed', (draft, random, whole) => {
    if (isRenewal(draft)) return false;
    [whole.today, whole.time] = random.pick([
      ['2026-12-11', '16:45'],
      ['2026-12-12', '09:00'],
    ]) as [string, string];
    return true;
  }),
];

/** The same sounds in other letters, as another clerk would write them. */
function respell(name: string, random: Random): string {
  const ways: [RegExp, string][] = [
    [/Kyaw/, 'Kyow'],
    [/Htun/, 'Tun'],
    [/Phyo/, 'Pyo'],
    [/Thant/, 'Tant'],
    [/Zaw/, 'Zor'],
    [/Hla/, 'La'],
    [/phone$/, 'pone'],
    [/Khamp/, 'Kamp'],
    [/Thong/, 'Tong'],
    [/Souk/, 'Suk'],
    [/Bounmy/, 'Bunmi'],
    [/Sokha/, 'Sokka'],
    [/Rithy/, 'Rithi'],
    [/Thị/, 'Thi'],
    [/Hùng/, 'Hung'],
  ];
  const fitting = ways.filter(([pattern]) => pattern.test(name));
  if (fitting.length === 0) return name;
  const [pattern, to] = random.pick(fitting);
  return name.replace(pattern, to);
}
