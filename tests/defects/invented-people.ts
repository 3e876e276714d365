import type { Random } from './seeded-random.ts';

/** An invented person with the spread of real ones: one name only, no birth day, marks, long names. */
export interface InventedPerson {
  country: 'MM' | 'LA' | 'KH' | 'VN';
  state: string;
  /** As the passport's visual zone writes them. */
  family: string;
  given: string;
  native: string | undefined;
  thai: string;
  sex: 'male' | 'female';
  /** YYYY-MM-DD, YYYY-MM or YYYY */
  born: string;
  passport: string;
  pinkCard: string;
}

const BURMESE: readonly (readonly [string, string, string])[] = [
  ['Aung', 'အောင်', 'ออง'],
  ['Kyaw', 'ကျော်', 'จอ'],
  ['Moe', 'မိုး', 'โม'],
  ['Win', 'ဝင်း', 'วิน'],
  ['Htun', 'ထွန်း', 'ทุน'],
  ['Zaw', 'ဇော်', 'ซอ'],
  ['Min', 'မင်း', 'มิน'],
  ['Thant', 'သန့်', 'ตาน'],
  ['Su', 'စု', 'ซู'],
  ['Hla', 'လှ', 'ละ'],
  ['Khin', 'ခင်', 'คิน'],
  ['Phyo', 'ဖြိုး', 'เพียว'],
  ['Naing', 'နိုင်', 'นาย'],
  ['Thida', 'သီတာ', 'ทีดา'],
  ['Soe', 'စိုး', 'โซ'],
  ['Lwin', 'လွင်', 'ลวิน'],
];
const LAO_GIVEN: readonly (readonly [string, string, string])[] = [
  ['Bounmy', 'ບຸນມີ', 'บุนมี'],
  ['Khamphone', 'ຄຳພອນ', 'คำพอน'],
  ['Somphone', 'ສົມພອນ', 'สมพอน'],
  ['Vilay', 'ວິໄລ', 'วิไล'],
  ['Noy', 'ນ້ອຍ', 'น้อย'],
  ['Thongchanh', 'ທອງຈັນ', 'ทองจัน'],
  ['Souksavanh', 'ສຸກສະຫວັນ', 'สุกสะหวัน'],
];
const LAO_FAMILY: readonly (readonly [string, string, string])[] = [
  ['Sisavath', 'ສີສະຫວາດ', 'สีสะหวาด'],
  ['Phommachanh', 'ພົມມະຈັນ', 'พมมะจัน'],
  ['Keovongsa', 'ແກ້ວວົງສາ', 'แก้ววงสา'],
  ['Inthavong', 'ອິນທະວົງ', 'อินทะวง'],
  ['Souvannaphoumaly', 'ສຸວັນນະພູມາລີ', 'สุวันนะพูมาลี'],
];
const KHMER_GIVEN: readonly (readonly [string, string, string])[] = [
  ['Sokha', 'សុខា', 'สุขา'],
  ['Dara', 'ដារា', 'ดารา'],
  ['Sreymom', 'ស្រីមុំ', 'สรีมม'],
  ['Vannak', 'វណ្ណៈ', 'วันนะ'],
  ['Bopha', 'បុប្ផា', 'บุปผา'],
  ['Rithy', 'រិទ្ធី', 'ริทธี'],
];
const KHMER_FAMILY: readonly (readonly [string, string, string])[] = [
  ['Chan', 'ចាន់', 'จัน'],
  ['Sok', 'សុខ', 'สุข'],
  ['Chea', 'ជា', 'เจีย'],
  ['Heng', 'ហេង', 'เฮง'],
  ['Keo', 'កែវ', 'แก้ว'],
];
const VIETNAMESE_GIVEN: readonly (readonly [string, string])[] = [
  ['Văn Hùng', 'วัน ฮุง'],
  ['Thị Đào', 'ถิ ดาว'],
  ['Minh Tuấn', 'มินห์ ตวน'],
  ['Thị Ngọc Ánh', 'ถิ หง็อก อั๊ญ'],
  ['Quốc Bảo', 'ก๊วก บ๋าว'],
  ['Hữu Phước', 'หืว เฟื้อก'],
];
const VIETNAMESE_FAMILY: readonly (readonly [string, string])[] = [
  ['Nguyễn', 'เหงียน'],
  ['Trần', 'เจิ่น'],
  ['Phạm', 'ฝั่ม'],
  ['Đặng', 'ดั่ง'],
  ['Huỳnh', 'หวิ่ญ'],
];

/** One person; the same seed gives the same one. */
export function inventPerson(random: Random): InventedPerson {
  const country = random.pick(['MM', 'MM', 'MM', 'LA', 'LA', 'KH', 'VN'] as const);
  return {
    country,
    state: { MM: 'MMR', LA: 'LAO', KH: 'KHM', VN: 'VNM' }[country],
    ...NAMERS[country](random),
    sex: random.pick(['male', 'female'] as const),
    born: inventBirth(random),
    passport: `${random.pick(['MA', 'MB', 'PA', 'N', 'B', 'C'])}${random.whole(100_000, 9_999_999)}`.slice(
      0,
      9,
    ),
    pinkCard: inventPinkCard(random),
  };
}

type Named = Pick<InventedPerson, 'family' | 'given' | 'native' | 'thai'>;

const NAMERS: Record<InventedPerson['country'], (random: Random) => Named> = {
  MM: (random) => {
    const words = Array.from({ length: random.whole(2, 4) }, () => random.pick(BURMESE));
    return {
      family: '',
      given: words.map(([latin]) => latin).join(' '),
      native: words.map(([, native]) => native).join(''),
      thai: words.map(([, , thai]) => thai).join(' '),
    };
  },
  LA: (random) => twoNames(random.pick(LAO_FAMILY), random.pick(LAO_GIVEN)),
  KH: (random) => twoNames(random.pick(KHMER_FAMILY), random.pick(KHMER_GIVEN)),
  VN: (random) => {
    const [family, familyThai] = random.pick(VIETNAMESE_FAMILY);
    const [given, givenThai] = random.pick(VIETNAMESE_GIVEN);
    return { family, given, native: undefined, thai: `${givenThai} ${familyThai}` };
  },
};

function twoNames(
  family: readonly [string, string, string],
  given: readonly [string, string, string],
): Named {
  return {
    family: family[0],
    given: given[0],
    native: `${given[1]} ${family[1]}`,
    thai: `${given[2]} ${family[2]}`,
  };
}

const two = (part: number): string => String(part).padStart(2, '0');

/** One in twelve knows the year alone, one in forty the month. */
function inventBirth(random: Random): string {
  const year = random.whole(1968, 2006);
  if (random.chance(1 / 12)) return `${year}`;
  if (random.chance(1 / 40)) return `${year}-${two(random.whole(1, 12))}`;
  return `${year}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`;
}

/** Thirteen digits beginning with 00, the last one reckoned as the register does. */
function inventPinkCard(random: Random): string {
  const digits = [0, 0, ...Array.from({ length: 10 }, () => random.whole(0, 9))];
  const weighted = digits.reduce((sum, digit, place) => sum + digit * (13 - place), 0);
  return digits.join('') + String((11 - (weighted % 11)) % 10);
}
