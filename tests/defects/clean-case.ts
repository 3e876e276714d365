import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import { inventPerson, type InventedPerson } from './invented-people.ts';
import { passportLines } from './passport-lines.ts';
import type { Random } from './seeded-random.ts';

/** A case as a careful filer would make it, with the world around it. Plain JSON: the injector edits it by hand. */
export interface TestCase {
  person: InventedPerson;
  draft: ApplicationDraft;
  today: string;
  time: string;
  openRequests: object[];
  lastPermit: object | undefined;
}

/** The day on which every case of the proof is filed. */
export const FILED_ON = '2026-11-20';

const JOBS = [
  ['กรรมกร', true],
  ['general worker', true],
  ['งานก่อสร้าง', true],
  ['พนักงานแปรรูปอาหารทะเล', true],
  ['seafood processing', true],
  ['แม่บ้าน', true],
  ['งานเกษตร', true],
  ['พนักงานขับรถยก', true],
  ['ช่างเชื่อม', true],
  ['packing worker', true],
  ['พนักงานโรงงานยาง', true],
  ['เย็บผ้าในโรงงาน', true],
] as const;

/** A clean case of the renewal or of the cabinet round. */
export function cleanCase(random: Random): TestCase {
  const person = inventPerson(random);
  // The round is not open to people of Cambodia, who are on a track of their own.
  const draft =
    person.country !== 'KH' && random.chance(0.5) ? roundDraft(person, random) : renewalDraft(person, random);
  return {
    person,
    draft,
    today: FILED_ON,
    time: '10:15',
    openRequests: strangers(person, random, draft.serviceCode),
    lastPermit: draft.serviceCode === 'R59M' ? permitOf(person, draft, random) : undefined,
  };
}

type Draft = ApplicationDraft;
const asDraft = (value: object): Draft => value as Draft;
const PRECISION: Readonly<Record<number, string>> = { 4: 'year', 7: 'month', 10: 'day' };

function common(person: InventedPerson, random: Random) {
  const ends = `${random.whole(2029, 2034)}-0${random.whole(1, 9)}-1${random.whole(0, 9)}`;
  const [first = '', ...middle] = person.given.split(' ');
  const splitGiven = person.family !== '' && random.chance(0.5);
  const [occupation, asEmployee] = random.pick(JOBS);
  return {
    channel: 'online',
    employer: {
      kind: 'thai-company',
      idNumber: '0105561000011',
      nameThai: 'บริษัท ทดสอบการตรวจ จำกัด',
      phone: '+6621234567',
      address: { province: '74' },
    },
    worker: {
      names: {
        prefix: person.sex === 'male' ? 'mr' : 'miss',
        firstLatin: typedBy(random, splitGiven ? first : person.given),
        ...(splitGiven && middle.length > 0 ? { middleLatin: typedBy(random, middle.join(' ')) } : {}),
        ...(person.family ? { lastLatin: typedBy(random, person.family) } : {}),
        firstThai: person.thai,
        ...(person.native && random.chance(0.6) ? { native: person.native } : {}),
      },
      sex: person.sex,
      nationality: person.country,
      birth: { precision: PRECISION[person.born.length] ?? 'unknown', date: person.born },
      ...(random.chance(0.5) ? { nonThaiId: person.pinkCard } : {}),
      phone: `+668${random.whole(10_000_000, 99_999_999)}`,
    },
    travelDocument: {
      type: 'passport',
      number: person.passport,
      country: person.country,
      issued: '2024-03-01',
      expires: ends,
      mrz: passportLines({
        state: person.state,
        family: person.family,
        given: person.given,
        number: person.passport,
        born: person.born,
        sex: person.sex === 'male' ? 'M' : 'F',
        ends,
      }),
    },
    job: { occupation, asEmployee, sector: 'general' },
    workplaces: [{ province: '74' }],
  };
}

/** People type in capitals, in small letters, with marks or without. */
function typedBy(random: Random, name: string): string {
  const way = random.whole(0, 3);
  if (way === 0) return name.toUpperCase();
  if (way === 1) return name.toLowerCase();
  if (way === 2)
    return name
      .replaceAll('Đ', 'D')
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '');
  return name;
}

function paper(type: string, random: Random): object {
  const base = {
    type,
    documentId: `d-${random.whole(1, 1e9)}`,
    bytes: random.whole(40_000, 3_900_000),
    pages: 1,
  };
  if (type !== 'photo') return { ...base, mime: random.pick(['application/pdf', 'image/jpeg', 'image/png']) };
  return {
    ...base,
    mime: random.pick(['image/jpeg', 'image/png']),
    issued: `2026-0${random.whole(6, 9)}-15`,
    portrait: {
      widthPx: 600,
      heightPx: 800,
      faceAreaShare: 0.18 + random.next() * 0.3,
      backgroundSpread: 2 + random.next() * 24,
      sharpness: 30 + random.next() * 400,
    },
  };
}

function renewalDraft(person: InventedPerson, random: Random): Draft {
  return asDraft({
    ...common(person, random),
    serviceCode: 'R59M',
    filerKind: 'employer',
    visa: { type: 'Non-L-A', permittedUntil: '2027-01-10', arrived: '2025-01-11' },
    oldPermit: {
      number: `74${random.whole(10_000_000, 99_999_999)}`,
      issued: '2025-01-11',
      expires: '2027-01-10',
    },
    period: { from: '2027-01-11', to: random.pick(['2029-01-10', '2028-01-10', '2027-07-10']) },
    health: { hospital: 'โรงพยาบาลทดสอบ', examinedOn: '2026-10-20', fit: true },
    documents: [
      'passport',
      'visa',
      'photo',
      'form-bt46',
      'old-permit',
      'company-registration',
      'signatory-id',
    ].map((type) => paper(type, random)),
  });
}

function roundDraft(person: InventedPerson, random: Random): Draft {
  return asDraft({
    ...common(person, random),
    serviceCode: 'N632',
    filerKind: 'agent',
    powerOfAttorney: {
      grantor: 'บริษัท ทดสอบการตรวจ จำกัด',
      grantorKind: 'employer',
      attorney: 'นายตัวแทน ทดสอบ',
      acts: ['apply', 'pay', 'book', 'collect'],
      from: '2026-01-01',
      until: '2027-12-31',
      stampDuty: 3000,
    },
    cover: {
      kind: 'insurance',
      number: 'INS-1',
      insurer: 'บริษัทประกันทดสอบ',
      from: '2026-11-01',
      to: '2027-10-31',
    },
    answers: { oldNumber: `6711${random.whole(1_000_000_000, 9_999_999_999)}` },
    documents: [
      ...[
        'passport',
        'photo',
        'old-permit',
        'insurance-policy',
        'power-of-attorney',
        'grantor-id',
        'attorney-id',
      ],
      ...['company-registration', 'signatory-id'],
    ].map((type) => paper(type, random)),
  });
}

/** Other people who wait at the same time: namesakes and neighbours among them. */
function strangers(person: InventedPerson, random: Random, serviceCode: string): object[] {
  return Array.from({ length: random.whole(2, 6) }, () => {
    const other = inventPerson(random);
    const namesake = random.chance(0.25);
    return requestOf(
      {
        ...other,
        ...(namesake ? { given: person.given, family: person.family, country: person.country } : {}),
      },
      serviceCode,
      random,
    );
  });
}

/** An open request as the office's list would hold it. */
export function requestOf(person: InventedPerson, serviceCode: string, random: Random): object {
  return {
    applicationNo: `6911${random.whole(1_000_000_000, 9_999_999_999)}`,
    serviceCode,
    family: serviceCode === 'R59M' ? 'renewal' : 'new',
    person: knownPerson(person),
  };
}

function knownPerson(person: InventedPerson): object {
  return {
    names: { firstLatin: person.given, ...(person.family ? { lastLatin: person.family } : {}) },
    birth: { precision: PRECISION[person.born.length] ?? 'unknown', date: person.born },
    sex: person.sex,
    nationality: person.country,
    travelDocumentNumber: person.passport,
  };
}

function permitOf(person: InventedPerson, draft: Draft, random: Random): object {
  return {
    number: draft.oldPermit?.number,
    // The permit was made under an older passport half of the time.
    person: { ...knownPerson(person), ...(random.chance(0.5) ? { travelDocumentNumber: 'OLD123456' } : {}) },
    occupation: draft.job?.occupation,
    expires: draft.oldPermit?.expires,
  };
}
