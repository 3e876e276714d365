import type { CardFacesInput } from '@permit/domain/cards/card-faces.ts';
import sharp from 'sharp';

/** A drawn face of nobody, for tests, benches and the contact sheet. */
export async function drawnPortrait(seed = 0): Promise<CardFacesInput['portrait']> {
  const hue = (seed * 47) % 360;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="450" height="600">
    <rect width="450" height="600" fill="#d7e3ee"/>
    <ellipse cx="225" cy="590" rx="215" ry="170" fill="hsl(${hue},35%,35%)"/>
    <path d="M110 270q5-190 115-190t115 190q-30-90-115-95t-115 95z" fill="#2a211c"/>
    <ellipse cx="225" cy="270" rx="108" ry="140" fill="hsl(26,42%,${52 + (seed % 4) * 6}%)"/>
    <circle cx="183" cy="255" r="10"/><circle cx="267" cy="255" r="10"/>
    <path d="M185 335q40 28 80 0" stroke="#6b2a22" stroke-width="7" fill="none"/></svg>`;
  const jpeg = await sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer();
  return { mediaType: 'image/jpeg', base64: jpeg.toString('base64') };
}

/** A whole card of an invented person; `changes` replace its parts. */
export async function aCard(changes: Partial<CardFacesInput> = {}): Promise<CardFacesInput> {
  return {
    template: 'wp-card/1',
    specimen: true,
    portrait: await drawnPortrait(),
    permitNo: '6911-0001234-5',
    cardSerial: 'WP69-0000123',
    name: {
      thai: 'นาย อ่อง ซอ มิ้น',
      latin: 'MR. AUNG ZAW MYINT',
      third: { language: 'my', text: 'ဦး အောင်ဇော်မြင့်' },
    },
    birth: { precision: 'day', date: '1994-03-05' },
    nationality: { thai: 'เมียนมา', english: 'Myanmar' },
    work: { thai: 'กรรมกร (ก่อสร้าง)', english: 'Labourer (construction)' },
    category: { thai: 'ม.63/2 มติ ครม.', english: 'Cabinet' },
    validFrom: '2026-11-20',
    validTo: '2027-12-31',
    issuedOn: '2026-11-20',
    registrar: { thai: 'นางสาวอนงค์ ศรีสุข', english: 'Anong Srisuk' },
    office: { thai: 'สำนักงานจัดหางานกรุงเทพมหานครพื้นที่ 9', english: 'Bangkok Employment Office Area 9' },
    qr: SAMPLE_QR,
    ...changes,
  };
}

/** As long as a signed permit code; not one. */
const SAMPLE_QR = '6BFZ2.LB6UMOTK4000'.repeat(18);
