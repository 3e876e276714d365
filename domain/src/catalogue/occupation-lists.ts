import type { Certainty } from './figure.ts';

/** The four lists of the announcement of 1 April 2563 under s.7 (work-permit.md 1.6). */
export const OCCUPATION_LIST_RULES = {
  1: 'closed',
  2: 'under-treaty',
  3: 'only-as-employee',
  4: 'only-as-employee-under-mou',
} as const;
export type OccupationListNumber = keyof typeof OCCUPATION_LIST_RULES;

/**
 * One occupation. `th` and `en` are fragments that name it in a free text; `not` are fragments that mean another
 * work. The Thai wordings are ours until the gazette's text is read, so every row is `uncertain` and only warns.
 */
export interface ListedOccupation {
  readonly list: OccupationListNumber;
  readonly name: string;
  readonly th: readonly string[];
  readonly en: readonly string[];
  readonly not?: readonly string[];
  readonly certainty: Certainty;
}

type Row = readonly [name: string, th: readonly string[], en: readonly string[], not?: readonly string[]];

function rows(list: OccupationListNumber, table: readonly Row[], certainty: Certainty = 'uncertain') {
  return table.map(([name, th, en, not]): ListedOccupation => ({
    list,
    name,
    th,
    en,
    ...(not ? { not } : {}),
    certainty,
  }));
}

export const LISTED_OCCUPATIONS: readonly ListedOccupation[] = [
  ...rows(1, [
    ['wood carving', ['แกะสลักไม้'], ['wood carv']],
    [
      'driving motor vehicles',
      ['ขับรถ', 'คนขับ', 'ขับขี่', 'พนักงานขับ'],
      ['driver', 'driving'],
      ['รถยก', 'ฟอร์คลิฟ', 'โฟล์คลิฟ', 'forklift', 'เรือ'],
    ],
    ['auction', ['ขายทอดตลาด'], ['auction']],
    ['gem cutting and polishing', ['เจียระไน', 'ขัดเพชร', 'ขัดพลอย'], ['gem cut', 'gem polish', 'diamond cut']],
    ['hairdressing and beauty', ['ตัดผม', 'ดัดผม', 'เสริมสวย', 'ช่างผม'], ['hairdress', 'barber', 'beautician']],
    ['hand weaving cloth', ['ทอผ้าด้วยมือ'], ['hand weaving', 'hand-weaving', 'handweav']],
    ['mat and basket weaving', ['ทอเสื่อ', 'จักสาน', 'สานเสื่อ'], ['mat weav', 'basket weav', 'wickerwork']],
    ['handmade paper', ['ทำกระดาษสา'], ['handmade paper', 'rice paper by hand']],
    ['lacquerware', ['เครื่องเขิน'], ['lacquer']],
    ['Thai musical instruments', ['เครื่องดนตรีไทย'], ['thai musical instrument']],
    ['nielloware', ['เครื่องถม'], ['niello']],
    [
      'gold, silver and alloy smithing',
      ['ช่างทอง', 'ช่างเงิน', 'เครื่องทอง', 'ช่างนาก'],
      ['goldsmith', 'silversmith', 'gold smith'],
    ],
    ['bronze ware', ['เครื่องลงหิน'], ['bronzeware', 'bronze ware', 'stone-polished']],
    ['Thai dolls', ['ตุ๊กตาไทย'], ['thai doll']],
    ['alms bowls', ['ทำบาตร'], ['alms bowl']],
    ['handmade silk', ['ผ้าไหมด้วยมือ'], ['silk by hand', 'handmade silk', 'hand-made silk']],
    ['Buddha images', ['พระพุทธรูป'], ['buddha image']],
    ['paper and cloth umbrellas', ['ทำร่ม'], ['paper umbrella', 'cloth umbrella', 'umbrella mak']],
    ['broker or agent', ['นายหน้า', 'ตัวแทนขาย'], ['broker', 'sales agent', 'agency work']],
    ['Thai massage', ['นวดไทย', 'หมอนวด', 'นวดแผนไทย'], ['thai massage', 'masseu']],
    ['hand cigarette rolling', ['มวนบุหรี่'], ['cigarette roll']],
    ['tour guide', ['มัคคุเทศก์', 'นำเที่ยว', 'ไกด์'], ['tour guide']],
    ['street vending', ['เร่ขาย', 'หาบเร่', 'แผงลอย'], ['street vend', 'hawk', 'peddl']],
    ['Thai typesetting', ['เรียงตัวพิมพ์'], ['typeset']],
    ['silk reeling', ['สาวไหม', 'บิดเกลียวไหม'], ['silk reel']],
    ['secretary or clerk', ['เลขานุการ', 'ธุรการ', 'เสมียน'], ['secretar', 'clerical', 'office clerk']],
    ['legal service', ['ทนายความ', 'กฎหมาย', 'อรรถคดี'], ['lawyer', 'legal service', 'attorney at law']],
  ]),
  ...rows(2, [
    ['accounting', ['บัญชี'], ['accountant', 'accounting'], ['บัญชีธุรการ']],
    ['civil engineering', ['วิศวกรรมโยธา', 'วิศวกรโยธา'], ['civil engineer']],
    ['architecture', ['สถาปัตยกรรม', 'สถาปนิก'], ['architect'], ['software', 'system', 'solution', 'ซอฟต์แวร์']],
  ]),
  ...rows(3, [
    [
      'agriculture, livestock, forestry and fishery',
      ['กสิกรรม', 'เกษตร', 'เลี้ยงสัตว์', 'ป่าไม้', 'ประมง', 'ทำสวน', 'ทำไร่', 'ทำนา'],
      ['farm', 'agricultur', 'livestock', 'forestry', 'fisher', 'plantation'],
      // Watchmakers and fortune-tellers begin with the letters of rice growing.
      ['ทำนาฬิกา', 'ทำนาย'],
    ],
    [
      'masonry, carpentry and construction',
      ['ก่ออิฐ', 'ช่างไม้', 'ก่อสร้าง', 'ช่างปูน'],
      ['masonry', 'mason', 'carpent', 'construction', 'bricklay'],
    ],
    ['mattresses', ['ที่นอน', 'ผ้าห่มนวม'], ['mattress', 'quilt']],
    ['knives', ['ทำมีด'], ['knife mak', 'knives']],
    ['shoes', ['รองเท้า'], ['shoe']],
    ['hats', ['ทำหมวก'], ['hat mak', 'millin']],
    ['dressmaking', ['ตัดเย็บ', 'เย็บผ้า', 'ช่างเย็บ'], ['dressmak', 'tailor', 'sewing', 'seamstress']],
    ['pottery', ['ปั้นดินเผา', 'เครื่องปั้น', 'เซรามิก'], ['potter', 'ceramic']],
  ]),
  ...rows(4, [
    [
      'shop-front sales',
      ['ขายของหน้าร้าน', 'ขายหน้าร้าน', 'พนักงานขาย'],
      ['shop sales', 'shop-front', 'shop front', 'salesperson'],
    ],
  ]),
  // The sources say "sculptor", almost certainly a mistranslation of labourer [I].
  ...rows(4, [['labourer', ['กรรมกร'], ['labourer', 'laborer', 'general worker']]], 'assumed'),
];

/** Every listed occupation that a free text names, strictest list first. English fragments begin a word. */
export function listedOccupations(text: string): readonly ListedOccupation[] {
  const plain = ` ${text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}-]+/gu, ' ')}`;
  const thai = (fragments: readonly string[]): boolean => fragments.some((part) => plain.includes(part));
  const english = (fragments: readonly string[]): boolean =>
    fragments.some((part) => plain.includes(` ${part}`) || plain.includes(`-${part}`));
  return LISTED_OCCUPATIONS.filter(
    (occupation) => (thai(occupation.th) || english(occupation.en)) && !thai(occupation.not ?? []),
  );
}
