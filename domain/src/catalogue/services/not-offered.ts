import { calendarDate } from '../../calendar/calendar-date.ts';
import type { WorkerText } from '../../texts/text.ts';
import { ALL_EMPLOYER_KINDS, applicantsOf, RECEIVED, TWO_LEVELS } from '../applicants.ts';
import { CAPTURE_ALL, NO_BIOMETRICS, VERIFY_FRESH } from '../biometrics-policies.ts';
import { TRAVEL_DOCUMENT_FIELDS, WORKER_FIELDS } from '../field-sets.ts';
import type { ApplicantKind } from '../parties.ts';
import type { ServiceDefinition } from '../service-definition.ts';
import { NO_WORK_PROOF } from '../work-proofs.ts';

/**
 * Services of part A that are known by name only. They stand in the catalogue so that a clerk who is asked can
 * say what is missing; nobody can file under them.
 */
interface KnownByName {
  code: string;
  section: string;
  portalCodes: string[];
  family: ServiceDefinition['family'];
  kind?: ServiceDefinition['kind'];
  applicants: ApplicantKind[];
  names: WorkerText;
  biometrics?: ServiceDefinition['biometrics'];
  received?: boolean;
  missing: string[];
}

const GROUPS: Readonly<Partial<Record<ServiceDefinition['family'], string>>> = { new: '11', renewal: '12' };

function knownByName(service: KnownByName): ServiceDefinition {
  const received = service.received ?? false;
  return {
    code: service.code,
    version: 1,
    effectiveFrom: calendarDate('2025-10-13'),
    offered: false,
    missing: service.missing,
    kind: service.kind ?? (received ? 'notice' : 'application'),
    family: service.family,
    section: service.section,
    portalCodes: service.portalCodes,
    numberGroup: GROUPS[service.family] ?? '14',
    forms: [],
    names: service.names,
    applicants: applicantsOf(...service.applicants),
    employerKinds: ALL_EMPLOYER_KINDS,
    attorneyAct: service.family === 'renewal' ? 'renew' : received ? 'notify' : 'apply',
    fields: { ...WORKER_FIELDS, ...TRAVEL_DOCUMENT_FIELDS },
    documents: {},
    biometrics: service.biometrics ?? (received ? NO_BIOMETRICS : CAPTURE_ALL),
    fees: {},
    clocks: {},
    windows: [],
    decides: received ? RECEIVED : TWO_LEVELS,
    outputs: [],
    workProof: NO_WORK_PROOF,
  };
}

const PAPERS = 'required papers: seen on the portal for MOU renewal only (F.5)';
const FEE = 'fee in 2026 (F.3)';
const CLOCK = 'official processing days under the 2020 regulation (F.7)';
const FORM = 'form number: not verified (F.4)';

export const notOfferedVersions: readonly ServiceDefinition[] = [
  knownByName({
    code: 'N59M',
    section: '59 MOU',
    portalCodes: ['MT_59_MOU'],
    family: 'new',
    applicants: ['importer', 'employer'],
    names: {
      th: 'ขอรับใบอนุญาตทำงาน MoU (ม.41/46)',
      en: 'New work permit under an MOU',
      my: 'MOU အလုပ်လုပ်ခွင့်ပါမစ်အသစ်',
      km: 'សុំប័ណ្ណការងារថ្មីតាម MOU',
      lo: 'ຂໍໃບອະນຸຍາດເຮັດວຽກ MOU',
      vi: 'Xin giấy phép lao động theo MOU',
    },
    missing: [PAPERS, 'how the arrival centre (OB) captures groups', FORM],
  }),
  knownByName({
    code: 'D41',
    section: '41',
    portalCodes: ['MT_41_4_59'],
    family: 'other',
    kind: 'demand',
    applicants: ['importer'],
    biometrics: NO_BIOMETRICS,
    names: {
      th: 'คำร้องขอนำคนต่างด้าวเข้ามาโดยบริษัทนำเข้า (นจ.2)',
      en: 'MOU demand by a licensed importer',
      my: 'MOU လုပ်သားတောင်းခံလွှာ (တင်သွင်းကုမ္ပဏီ)',
      km: 'សំណើនាំកម្មករតាម MOU ដោយក្រុមហ៊ុននាំចូល',
      lo: 'ຄຳຮ້ອງນຳແຮງງານເຂົ້າ ໂດຍບໍລິສັດນຳເຂົ້າ',
      vi: 'Yêu cầu lao động MOU của công ty nhập',
    },
    missing: ['sum of the guarantee for each worker (F.3)', PAPERS, CLOCK],
  }),
  knownByName({
    code: 'D46',
    section: '46',
    portalCodes: ['MT_46_59'],
    family: 'other',
    kind: 'demand',
    applicants: ['employer'],
    biometrics: NO_BIOMETRICS,
    names: {
      th: 'คำร้องขอนำคนต่างด้าวเข้ามาโดยนายจ้าง (นจ.2)',
      en: 'MOU demand by the employer',
      my: 'MOU လုပ်သားတောင်းခံလွှာ (အလုပ်ရှင်)',
      km: 'សំណើនាំកម្មករតាម MOU ដោយនិយោជក',
      lo: 'ຄຳຮ້ອງນຳແຮງງານເຂົ້າ ໂດຍນາຍຈ້າງ',
      vi: 'Yêu cầu lao động MOU của chủ sử dụng',
    },
    missing: ['sum of the guarantee for each worker (F.3)', PAPERS, CLOCK],
  }),
  knownByName({
    code: 'N60A',
    section: '60 ¶1',
    portalCodes: ['MT_60_1'],
    family: 'new',
    applicants: ['worker'],
    names: {
      th: 'ขอรับใบอนุญาต ม.60 วรรคหนึ่ง (คนต่างด้าวอยู่ต่างประเทศ)',
      en: 'Permit for a worker still abroad',
      my: 'ပြည်ပရောက်လုပ်သား ပါမစ်လျှောက်ထားခြင်း',
      km: 'សុំប័ណ្ណសម្រាប់កម្មករនៅបរទេស',
      lo: 'ຂໍໃບອະນຸຍາດສຳລັບຄົນຢູ່ຕ່າງປະເທດ',
      vi: 'Xin giấy phép cho người còn ở nước ngoài',
    },
    missing: [PAPERS, 'when the approval letter becomes a card'],
  }),
  knownByName({
    code: 'N60B',
    section: '60 ¶2',
    portalCodes: ['MT_60_2'],
    family: 'new',
    applicants: ['employer'],
    names: {
      th: 'ขอรับใบอนุญาต ม.60 วรรคสอง (นายจ้างยื่นแทน บต.32)',
      en: 'Employer files for a skilled worker abroad (form 32)',
      my: 'ပြည်ပကျွမ်းကျင်လုပ်သားအတွက် အလုပ်ရှင်က လျှောက်ထားခြင်း',
      km: 'និយោជកដាក់ជំនួសអ្នកជំនាញនៅបរទេស',
      lo: 'ນາຍຈ້າງຍື່ນແທນຜູ້ຊຳນານຢູ່ຕ່າງປະເທດ',
      vi: 'Chủ nộp thay cho người có tay nghề ở nước ngoài',
    },
    missing: [PAPERS, 'when the approval letter becomes a card'],
  }),
  knownByName({
    code: 'U61',
    section: '61',
    portalCodes: ['MT_61'],
    family: 'notice',
    received: true,
    applicants: ['worker', 'employer'],
    names: {
      th: 'แจ้งงานจำเป็นเร่งด่วนไม่เกิน 15 วัน',
      en: 'Notice of urgent work up to 15 days',
      my: '၁၅ ရက်အတွင်း အရေးပေါ်အလုပ် အကြောင်းကြားစာ',
      km: 'ជូនដំណឹងការងារបន្ទាន់មិនលើស ១៥ ថ្ងៃ',
      lo: 'ແຈ້ງວຽກຮີບດ່ວນບໍ່ເກີນ 15 ວັນ',
      vi: 'Thông báo việc khẩn không quá 15 ngày',
    },
    missing: [FEE, PAPERS],
  }),
  knownByName({
    code: 'U61X',
    section: '61',
    portalCodes: ['MT_61_EXTEND'],
    family: 'notice',
    received: true,
    applicants: ['worker', 'employer'],
    names: {
      th: 'ขยายเวลางานจำเป็นเร่งด่วน',
      en: 'Extension of urgent work',
      my: 'အရေးပေါ်အလုပ် သက်တမ်းတိုးခြင်း',
      km: 'បន្តការងារបន្ទាន់',
      lo: 'ຂະຫຍາຍເວລາວຽກຮີບດ່ວນ',
      vi: 'Gia hạn việc khẩn',
    },
    missing: [FEE, PAPERS, 'how long one extension may be'],
  }),
  knownByName({
    code: 'N62',
    section: '62',
    portalCodes: ['MT_62'],
    family: 'new',
    applicants: ['worker', 'employer'],
    names: {
      th: 'ขอรับใบอนุญาต ม.62 (กนอ. ปิโตรเลียม อนุญาโตตุลาการ)',
      en: 'Permit under industrial estate, petroleum or arbitration law',
      my: 'စက်မှုဇုန်၊ ရေနံ သို့မဟုတ် ခုံသမာဓိဥပဒေအရ ပါမစ်',
      km: 'ប័ណ្ណតាមច្បាប់តំបន់ឧស្សាហកម្ម ប្រេង ឬមជ្ឈត្តកម្ម',
      lo: 'ໃບອະນຸຍາດຕາມກົດໝາຍນິຄົມ ນ້ຳມັນ ຫຼື ອະນຸຍາໂຕ',
      vi: 'Giấy phép theo luật khu công nghiệp, dầu khí hoặc trọng tài',
    },
    missing: [PAPERS, 'fee of a s.62 permit', 'how the stay under the special law sets the end'],
  }),
  knownByName({
    code: 'N62B',
    section: '62 BOI',
    portalCodes: ['MT_62_BOI'],
    family: 'new',
    applicants: ['worker', 'employer'],
    names: {
      th: 'ขอรับใบอนุญาต ม.62 (BOI)',
      en: 'Permit under investment promotion (BOI)',
      my: 'ရင်းနှီးမြှုပ်နှံမှုမြှင့်တင်ရေး (BOI) ပါမစ်',
      km: 'ប័ណ្ណតាមការលើកកម្ពស់វិនិយោគ (BOI)',
      lo: 'ໃບອະນຸຍາດຕາມການສົ່ງເສີມການລົງທຶນ (BOI)',
      vi: 'Giấy phép theo khuyến khích đầu tư (BOI)',
    },
    missing: [PAPERS, 'interface with the one-stop centre of the BOI'],
  }),
  knownByName({
    code: 'N63',
    section: '63',
    portalCodes: ['MT_63'],
    family: 'new',
    applicants: ['worker'],
    names: {
      th: 'ขอรับใบอนุญาต ม.63',
      en: 'Permit for a deportee with leave to work',
      my: 'ပုဒ်မ ၆၃ အရ ပါမစ်လျှောက်ထားခြင်း',
      km: 'សុំប័ណ្ណតាមមាត្រា ៦៣',
      lo: 'ຂໍໃບອະນຸຍາດຕາມມາດຕາ 63',
      vi: 'Xin giấy phép theo Điều 63',
    },
    missing: [PAPERS, 'wording of s.63 (F.1)'],
  }),
  knownByName({
    code: 'N631',
    section: '63/1',
    portalCodes: ['MT_63_1'],
    family: 'new',
    applicants: ['worker'],
    names: {
      th: 'ขอรับใบอนุญาต ม.63/1',
      en: 'Permit for a stateless person',
      my: 'နိုင်ငံမဲ့သူ ပါမစ်လျှောက်ထားခြင်း',
      km: 'សុំប័ណ្ណសម្រាប់អ្នកគ្មានសញ្ជាតិ',
      lo: 'ຂໍໃບອະນຸຍາດສຳລັບຄົນໄຮ້ສັນຊາດ',
      vi: 'Xin giấy phép cho người không quốc tịch',
    },
    missing: [PAPERS, 'wording of s.63/1 (F.1)'],
  }),
  knownByName({
    code: 'N63V',
    section: '63',
    portalCodes: ['MT_63_V_2'],
    family: 'new',
    applicants: ['employer'],
    names: {
      th: 'ขอรับใบอนุญาตผู้หนีภัยการสู้รบในพื้นที่พักพิง',
      en: 'Permit for refugees in temporary shelters',
      my: 'ယာယီခိုလှုံရေးစခန်းရှိ စစ်ဘေးရှောင်များ ပါမစ်',
      km: 'ប័ណ្ណសម្រាប់ជនភៀសសឹកក្នុងជំរំ',
      lo: 'ໃບອະນຸຍາດສຳລັບຜູ້ລີ້ໄພໃນທີ່ພັກພິງ',
      vi: 'Giấy phép cho người tị nạn trong khu tạm trú',
    },
    missing: ['fee and window of the round', PAPERS],
  }),
  knownByName({
    code: 'N64',
    section: '64',
    portalCodes: ['MT_64'],
    family: 'new',
    applicants: ['worker', 'employer'],
    names: {
      th: 'ขอรับใบอนุญาตผู้ถือบัตรผ่านแดน ม.64',
      en: 'Permit for a border pass holder',
      my: 'နယ်စပ်ဖြတ်သန်းခွင့်ကတ်ကိုင်ဆောင်သူ ပါမစ်',
      km: 'ប័ណ្ណសម្រាប់អ្នកកាន់ប័ណ្ណឆ្លងដែន',
      lo: 'ໃບອະນຸຍາດສຳລັບຜູ້ຖືບັດຜ່ານແດນ',
      vi: 'Giấy phép cho người có giấy thông hành biên giới',
    },
    missing: ['fee for three months: pro rata or not (F.3)', 'permitted provinces'],
  }),
  knownByName({
    code: 'R59',
    section: '59',
    portalCodes: ['*_RENEWAL'],
    family: 'renewal',
    biometrics: VERIFY_FRESH,
    applicants: ['worker', 'employer', 'agent'],
    names: {
      th: 'ต่ออายุใบอนุญาต ม.59 ทักษะฝีมือ',
      en: 'Renewal, skilled work',
      my: 'ကျွမ်းကျင်လုပ်သား ပါမစ်သက်တမ်းတိုးခြင်း',
      km: 'បន្តប័ណ្ណ ការងារជំនាញ',
      lo: 'ຕໍ່ອາຍຸໃບອະນຸຍາດ ທັກສະຝີມື',
      vi: 'Gia hạn, việc có tay nghề',
    },
    missing: [PAPERS, 'whether the fee steps of a new permit hold for renewals'],
  }),
  knownByName({
    code: 'R632',
    section: '63/2',
    portalCodes: ['MT_63_2_AGN_RENEWAL', 'MT_63_2_3103_RENEWAL', 'MT_63_2_1302_RENEWAL'],
    family: 'renewal',
    biometrics: VERIFY_FRESH,
    applicants: ['worker', 'employer', 'agent'],
    names: {
      th: 'ต่ออายุใบอนุญาตตามมติคณะรัฐมนตรี',
      en: 'Renewal under a cabinet resolution',
      my: 'အစိုးရအဖွဲ့ဆုံးဖြတ်ချက်အရ ပါမစ်သက်တမ်းတိုးခြင်း',
      km: 'បន្តប័ណ្ណតាមសេចក្តីសម្រេចគណៈរដ្ឋមន្ត្រី',
      lo: 'ຕໍ່ອາຍຸຕາມມະຕິຄະນະລັດຖະມົນຕີ',
      vi: 'Gia hạn theo nghị quyết nội các',
    },
    missing: ['window, fee and papers of the rounds of 13 Feb and 31 Mar 2027', PAPERS],
  }),
  knownByName({
    code: 'R63',
    section: '63',
    portalCodes: ['*_RENEWAL'],
    family: 'renewal',
    biometrics: VERIFY_FRESH,
    applicants: ['worker', 'agent'],
    names: {
      th: 'ต่ออายุใบอนุญาต ม.63 และ 63/1',
      en: 'Renewal under sections 63 and 63/1',
      my: 'ပုဒ်မ ၆၃ နှင့် ၆၃/၁ ပါမစ်သက်တမ်းတိုးခြင်း',
      km: 'បន្តប័ណ្ណតាមមាត្រា ៦៣ និង ៦៣/១',
      lo: 'ຕໍ່ອາຍຸຕາມມາດຕາ 63 ແລະ 63/1',
      vi: 'Gia hạn theo Điều 63 và 63/1',
    },
    missing: [PAPERS, FEE],
  }),
  knownByName({
    code: 'X62',
    section: '62',
    portalCodes: ['MT_62_RENEWAL', 'MT_62_BOI_RENEWAL'],
    family: 'notice',
    received: true,
    applicants: ['employer'],
    names: {
      th: 'แจ้งขยายระยะเวลา ม.62',
      en: 'Notice of extension, section 62',
      my: 'ပုဒ်မ ၆၂ သက်တမ်းတိုးကြောင်း အကြောင်းကြားစာ',
      km: 'ជូនដំណឹងបន្តរយៈពេល មាត្រា ៦២',
      lo: 'ແຈ້ງຂະຫຍາຍເວລາ ມາດຕາ 62',
      vi: 'Thông báo gia hạn theo Điều 62',
    },
    missing: [FEE, 'what the card shows after an extension by notice'],
  }),
  knownByName({
    code: 'AP',
    section: 'appointment',
    portalCodes: [],
    family: 'other',
    kind: 'visit',
    biometrics: NO_BIOMETRICS,
    applicants: ['worker', 'employer', 'agent', 'organisation'],
    names: {
      th: 'นัดหมาย เลื่อน หรือยกเลิก',
      en: 'Book, move or cancel a visit',
      my: 'ရက်ချိန်းယူ၊ ရွှေ့၊ ပယ်ဖျက်ခြင်း',
      km: 'ណាត់ ប្តូរ ឬលុបការណាត់',
      lo: 'ນັດໝາຍ ເລື່ອນ ຫຼື ຍົກເລີກ',
      vi: 'Đặt, đổi hoặc hủy lịch hẹn',
    },
    missing: [
      'opening hours and places of each centre (F.8); booking itself belongs to the visit, not to a case',
    ],
  }),
  knownByName({
    code: 'DC',
    section: 'digital card',
    portalCodes: [],
    family: 'other',
    kind: 'digital',
    biometrics: NO_BIOMETRICS,
    applicants: ['worker'],
    names: {
      th: 'บัตรดิจิทัลและการตรวจด้วย QR',
      en: 'Digital card and check by QR',
      my: 'ဒစ်ဂျစ်တယ်ကတ်နှင့် QR ဖြင့် စစ်ဆေးခြင်း',
      km: 'ប័ណ្ណឌីជីថល និងពិនិត្យតាម QR',
      lo: 'ບັດດິຈິຕອນ ແລະ ການກວດດ້ວຍ QR',
      vi: 'Thẻ điện tử và kiểm tra bằng QR',
    },
    missing: ['whether the Department takes a digital card in place of the plastic one (F.2)'],
  }),
];
