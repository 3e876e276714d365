import { generateKeyPairSync } from 'node:crypto';
import type { CardFacesInput } from '@permit/domain/cards/card-faces.ts';
import { encodePermitQr } from '@permit/domain/cards/permit-qr.ts';
import { aCard, drawnPortrait } from './card-builders.ts';
import { nodeSigner } from './claim-ports.ts';

type Language = 'my' | 'km' | 'lo';

/** Invented people, chosen for what is hard to print: long, without last name, without birth day, stacked letters. */
interface SamplePerson {
  readonly thai?: string;
  readonly latin: string;
  readonly third?: readonly [Language, string];
  readonly birth: CardFacesInput['birth'];
  readonly nationality: readonly [thai: string, english: string];
  readonly work: readonly [thai: string, english: string];
  readonly category: readonly [thai: string, english: string];
}

const day = (date: string) => ({ precision: 'day', date }) as const;
const MYANMAR = ['เมียนมา', 'Myanmar'] as const;
const CAMBODIA = ['กัมพูชา', 'Cambodia'] as const;
const LAOS = ['ลาว', 'Laos'] as const;
const VIETNAM = ['เวียดนาม', 'Viet Nam'] as const;
const LABOUR = ['กรรมกร', 'Labourer'] as const;
const HOME = ['รับใช้ในบ้าน', 'Domestic worker'] as const;
const FISH = ['ต่อเนื่องประมงทะเล', 'Work related to sea fishing'] as const;
const FARM = ['เกษตรและปศุสัตว์', 'Farming and livestock'] as const;
const SHOP = ['ขายของหน้าร้าน', 'Shop-front sales'] as const;
const CABINET = ['ม.63/2 มติ ครม.', 'Cabinet'] as const;
const MOU = ['ม.59 MoU', 'MOU'] as const;
const SKILLED = ['ม.59', 'Skilled'] as const;
const BORDER = ['ม.64 บัตรผ่านแดน', 'Border'] as const;

const PEOPLE: readonly SamplePerson[] = [
  {
    thai: 'นางสาว ธิดา อ่อง',
    latin: 'MS. THIDA AUNG',
    third: ['my', 'မသီတာအောင်'],
    birth: day('1999-08-17'),
    nationality: MYANMAR,
    work: SHOP,
    category: MOU,
  },
  {
    thai: 'นาย น้ำ ค่ำ ปู่ญี่ปุ่น',
    latin: 'MR. NAM KHAM PUYIPUN',
    third: ['my', 'သတ္တဝါ ဒေါ် သင်္ဘော'],
    birth: day('1988-01-01'),
    nationality: MYANMAR,
    work: LABOUR,
    category: CABINET,
  },
  {
    thai: 'นาย ซอ',
    latin: 'MR. ZAW',
    third: ['my', 'ဇော်'],
    birth: { precision: 'year', date: '1990' },
    nationality: MYANMAR,
    work: FISH,
    category: CABINET,
  },
  {
    thai: 'นาง เขมนิจ์ สฺตรี',
    latin: 'MRS. KHNHOM STREY',
    third: ['km', 'ខ្ញុំ ស្ត្រី'],
    birth: day('1979-12-31'),
    nationality: CAMBODIA,
    work: FARM,
    category: MOU,
  },
  {
    thai: 'นาย สุขสะหวัน น้ำ',
    latin: 'MR. SOUKSAVANH NAM',
    third: ['lo', 'ທ້າວ ສຸກສະຫວັນ ນ້ຳ'],
    birth: { precision: 'month', date: '1995-04' },
    nationality: LAOS,
    work: LABOUR,
    category: MOU,
  },
  {
    thai: 'นางสาว เหงียน ถิ หง็อก ฮเวี่ยน',
    latin: 'MS. NGUYỄN THỊ NGỌC HUYỀN',
    birth: day('2001-02-28'),
    nationality: VIETNAM,
    work: SHOP,
    category: CABINET,
  },
  {
    thai: 'นาย ขิ่น หม่อง วิน',
    latin: 'MR. KHIN MAUNG WIN',
    third: ['my', 'ဦးခင်မောင်ဝင်း'],
    birth: { precision: 'unknown', date: '' },
    nationality: MYANMAR,
    work: FISH,
    category: CABINET,
  },
  {
    thai: 'นาย โพธิสารัตถะวงศ์ ศรีสุวรรณพงศ์พิพัฒน์ธนากรกุลวัฒนา',
    latin: 'MR. PHOTHISARATTHAVONG SISOUVANNAPHONGPHIPHATTHANAKONKUNVATTHANA',
    third: ['lo', 'ທ້າວ ໂພທິສາລັດຖະວົງ ສີສຸວັນນະພົງພິພັດທະນາກອນ'],
    birth: day('1984-06-09'),
    nationality: LAOS,
    work: ['ช่างก่อสร้างและงานไม้ในโครงการก่อสร้างอาคารสูง', 'Construction and carpentry on high buildings'],
    category: MOU,
  },
  {
    thai: 'นาง ซู ซู หล่าย',
    latin: 'MRS. SU SU HLAING',
    third: ['my', 'ဒေါ်စုစုလှိုင်'],
    birth: day('1992-11-05'),
    nationality: MYANMAR,
    work: HOME,
    category: CABINET,
  },
  {
    thai: 'นาย จันทร์ โสภา',
    latin: 'MR. CHAN SOPHEA',
    third: ['km', 'ចាន់ សុភា'],
    birth: day('1997-07-07'),
    nationality: CAMBODIA,
    work: LABOUR,
    category: CABINET,
  },
  {
    thai: 'นางสาว สเร็ย เนียง',
    latin: 'MS. SREY NEANG',
    third: ['km', 'ស្រីនាង'],
    birth: { precision: 'year', date: '2002' },
    nationality: CAMBODIA,
    work: FISH,
    category: MOU,
  },
  {
    thai: 'นาย คำหล้า',
    latin: 'MR. KHAMLA',
    third: ['lo', 'ຄຳຫຼ້າ'],
    birth: { precision: 'year', date: '1986' },
    nationality: LAOS,
    work: FARM,
    category: BORDER,
  },
  {
    latin: 'MR. JOHN ALEXANDER FITZGERALD-O’CONNOR',
    birth: day('1971-03-22'),
    nationality: ['อังกฤษ', 'United Kingdom'],
    work: ['ผู้จัดการโรงงาน', 'Factory manager'],
    category: SKILLED,
  },
  {
    thai: 'นาย เจิ่น วัน ดึ๊ก',
    latin: 'MR. TRẦN VĂN ĐỨC',
    birth: day('1994-09-30'),
    nationality: VIETNAM,
    work: LABOUR,
    category: CABINET,
  },
  {
    thai: 'นาง เมียะ เมียะ วิน',
    latin: 'MRS. MYA MYA WIN',
    third: ['my', 'ဒေါ်မြမြဝင်း'],
    birth: day('1983-05-14'),
    nationality: MYANMAR,
    work: FARM,
    category: CABINET,
  },
  {
    thai: 'นาย จ่อ ซวา ลิน',
    latin: 'MR. KYAW ZWA LIN',
    third: ['my', 'ကျော်စွာလင်း'],
    birth: day('2000-10-10'),
    nationality: MYANMAR,
    work: LABOUR,
    category: MOU,
  },
  {
    thai: 'นางสาว ปู',
    latin: 'MS. PU',
    third: ['my', 'ပု'],
    birth: { precision: 'unknown', date: '' },
    nationality: MYANMAR,
    work: HOME,
    category: CABINET,
  },
  {
    thai: 'นาย หน่อย แก้วมณี',
    latin: 'MR. NOY KEOMANY',
    third: ['lo', 'ທ້າວ ໜ້ອຍ ແກ້ວມະນີ'],
    birth: day('1998-04-13'),
    nationality: LAOS,
    work: SHOP,
    category: MOU,
  },
  {
    thai: 'นาย เฮง ซกเคง',
    latin: 'MR. HENG SOKKHENG',
    third: ['km', 'ហេង សុខខេង'],
    birth: day('1991-06-18'),
    nationality: CAMBODIA,
    work: LABOUR,
    category: MOU,
  },
  {
    thai: 'นาง ตานดา หล่าย',
    latin: 'MRS. THANDAR HLAING',
    third: ['my', 'ဒေါ်သန္တာလှိုင်'],
    birth: day('1987-12-02'),
    nationality: MYANMAR,
    work: FISH,
    category: CABINET,
  },
  {
    thai: 'นางสาว บุนมี',
    latin: 'MS. BOUNMY',
    third: ['lo', 'ນາງ ບຸນມີ'],
    birth: { precision: 'month', date: '2003-01' },
    nationality: LAOS,
    work: HOME,
    category: CABINET,
  },
  {
    thai: 'นาย ยามาดะ ทาโร',
    latin: 'MR. YAMADA TARO',
    birth: day('1966-08-08'),
    nationality: ['ญี่ปุ่น', 'Japan'],
    work: ['วิศวกร', 'Engineer'],
    category: SKILLED,
  },
  {
    thai: 'นาย เพียะ โซะเพี๊ยก กัญญารัตนา',
    latin: 'MR. PHEAK SOPHEAK KANHARATANA',
    third: ['km', 'ភក្តិ សុភ័ក្ត្រ កញ្ញារតនា'],
    birth: day('1989-02-11'),
    nationality: CAMBODIA,
    work: FARM,
    category: CABINET,
  },
  {
    thai: 'นาย อ่อง เนียง ทุน มิ้น ลวิน อู',
    latin: 'MR. AUNG NAING HTUN MYINT LWIN OO',
    third: ['my', 'ဦးအောင်နိုင်ထွန်းမြင့်လွင်ဦး'],
    birth: day('1996-03-27'),
    nationality: MYANMAR,
    work: LABOUR,
    category: CABINET,
  },
];

/** The 24 sample cards of the contact sheet, each with a really signed code (of a key made now). */
export async function sampleCards(): Promise<readonly CardFacesInput[]> {
  const signer = nodeSigner('demo-sample', generateKeyPairSync('ed25519').privateKey);
  return Promise.all(PEOPLE.map((person, at) => sampleCard(person, at, signer)));
}

async function sampleCard(
  person: SamplePerson,
  at: number,
  signer: ReturnType<typeof nodeSigner>,
): Promise<CardFacesInput> {
  const pair = ([thai, english]: readonly [string, string]) => ({ thai, english });
  const third = person.third && { language: person.third[0], text: person.third[1] };
  const number = String(at + 1).padStart(7, '0');
  const birthYear = person.birth.date === '' ? undefined : Number(person.birth.date.slice(0, 4));
  return aCard({
    portrait: await drawnPortrait(at),
    permitNo: `6911-${number}-${at % 10}`,
    cardSerial: `WP69-${number}`,
    name: {
      latin: person.latin,
      ...(person.thai === undefined ? {} : { thai: person.thai }),
      ...(third ? { third } : {}),
    },
    birth: person.birth,
    nationality: pair(person.nationality),
    work: pair(person.work),
    category: pair(person.category),
    qr: await encodePermitQr(
      {
        issuer: 'wp.demo',
        issuedAt: Date.parse('2026-11-20T03:00:00Z') / 1_000,
        fullName: person.latin,
        permit: {
          publicId: `sample-${number}-00000000`,
          kind: 'card',
          validFrom: '2026-11-20',
          validTo: '2027-12-31',
          category: person.category[1],
          ...(birthYear === undefined ? {} : { birthYear }),
          statusIndex: at,
        },
      },
      signer,
    ),
  });
}
