import type { ApplicantKind, EmployerKind } from '../catalogue/parties.ts';
import { workerTexts, type WorkerText } from './text.ts';

type Row = readonly [th: string, en: string, my: string, km: string, lo: string, vi: string];
const named = ([th, en, my, km, lo, vi]: Row): WorkerText => ({ th, en, my, km, lo, vi });
const table = <Key extends string>(rows: Readonly<Record<Key, Row>>) =>
  workerTexts(
    Object.fromEntries(Object.entries<Row>(rows).map(([key, row]) => [key, named(row)])) as Record<
      Key,
      WorkerText
    >,
  );

/** The ten kinds of employers; the Thai names are the portal's. */
export const employerKindNames = table<EmployerKind>({
  'thai-person': ['บุคคลธรรมดา', 'Natural person', 'ပုဂ္ဂလိက', 'រូបវន្តបុគ្គល', 'ບຸກຄົນທຳມະດາ', 'Cá nhân'],
  'thai-company': [
    'นิติบุคคลจดทะเบียนในประเทศไทย',
    'Juristic person registered in Thailand',
    'ထိုင်းတွင် မှတ်ပုံတင်ကုမ္ပဏီ',
    'នីតិបុគ្គលចុះបញ្ជីនៅថៃ',
    'ນິຕິບຸກຄົນຈົດທະບຽນໃນໄທ',
    'Pháp nhân đăng ký tại Thái Lan',
  ],
  'private-school': [
    'โรงเรียนเอกชน',
    'Private school',
    'ပုဂ္ဂလိကကျောင်း',
    'សាលាឯកជន',
    'ໂຮງຮຽນເອກະຊົນ',
    'Trường tư thục',
  ],
  'private-university': [
    'มหาวิทยาลัยเอกชน',
    'Private university',
    'ပုဂ္ဂလိကတက္ကသိုလ်',
    'សាកលវិទ្យាល័យឯកជន',
    'ມະຫາວິທະຍາໄລເອກະຊົນ',
    'Đại học tư',
  ],
  'state-body': [
    'หน่วยงานราชการ/รัฐวิสาหกิจ/มหาวิทยาลัยรัฐ',
    'State body, State enterprise or State university',
    'အစိုးရဌာန/လုပ်ငန်း/တက္ကသိုလ်',
    'ស្ថាប័នរដ្ឋ/សហគ្រាស/សាកលវិទ្យាល័យ',
    'ໜ່ວຍງານລັດ/ລັດວິສາຫະກິດ/ມະຫາວິທະຍາໄລລັດ',
    'Cơ quan, doanh nghiệp, đại học nhà nước',
  ],
  foundation: [
    'มูลนิธิ/สมาคม/องค์กรอิสระ',
    'Foundation, association or independent body',
    'ဖောင်ဒေးရှင်း/အသင်း',
    'មូលនិធិ/សមាគម',
    'ມູນນິທິ/ສະມາຄົມ',
    'Quỹ, hội, tổ chức độc lập',
  ],
  'foreign-film': [
    'กิจการถ่ายทำภาพยนตร์จากต่างประเทศ',
    'Foreign film production',
    'ပြည်ပရုပ်ရှင်ထုတ်လုပ်ရေး',
    'ផលិតកម្មភាពយន្តបរទេស',
    'ຖ່າຍໜັງຈາກຕ່າງປະເທດ',
    'Đoàn phim nước ngoài',
  ],
  'foreign-person': [
    'นายจ้างต่างชาติ บุคคลธรรมดา',
    'Foreign employer, natural person',
    'နိုင်ငံခြားသား ပုဂ္ဂလိက',
    'និយោជកបរទេស រូបវន្តបុគ្គល',
    'ນາຍຈ້າງຕ່າງຊາດ ບຸກຄົນ',
    'Chủ nước ngoài, cá nhân',
  ],
  'foreign-company-here': [
    'นิติบุคคลต่างประเทศจดทะเบียนในไทย',
    'Foreign juristic person registered in Thailand',
    'ထိုင်းမှတ်ပုံတင် နိုင်ငံခြားကုမ္ပဏီ',
    'ក្រុមហ៊ុនបរទេសចុះបញ្ជីនៅថៃ',
    'ນິຕິບຸກຄົນຕ່າງຊາດຈົດທະບຽນໃນໄທ',
    'Pháp nhân nước ngoài đăng ký tại Thái Lan',
  ],
  'foreign-company-abroad': [
    'นิติบุคคลจดทะเบียนในต่างประเทศ',
    'Juristic person registered abroad',
    'ပြည်ပတွင် မှတ်ပုံတင်ကုမ္ပဏီ',
    'នីតិបុគ្គលចុះបញ្ជីនៅបរទេស',
    'ນິຕິບຸກຄົນຈົດທະບຽນຢູ່ຕ່າງປະເທດ',
    'Pháp nhân đăng ký ở nước ngoài',
  ],
});

/** Who files. */
export const applicantKindNames = table<ApplicantKind>({
  worker: ['คนต่างด้าว', 'Worker', 'အလုပ်သမား', 'កម្មករ', 'ແຮງງານ', 'Người lao động'],
  employer: ['นายจ้าง', 'Employer', 'အလုပ်ရှင်', 'និយោជក', 'ນາຍຈ້າງ', 'Chủ sử dụng'],
  importer: [
    'บริษัทนำเข้า (บนจ.)',
    'Licensed importer',
    'တင်သွင်းကုမ္ပဏီ',
    'ក្រុមហ៊ុននាំចូល',
    'ບໍລິສັດນຳເຂົ້າ',
    'Công ty nhập lao động',
  ],
  agent: ['ผู้กระทำการแทน', 'Authorised representative', 'ကိုယ်စားလှယ်', 'អ្នកតំណាង', 'ຜູ້ຕາງໜ້າ', 'Người đại diện'],
  organisation: [
    'หน่วยงานหรือมูลนิธิ',
    'Agency or foundation',
    'အေဂျင်စီ/ဖောင်ဒေးရှင်း',
    'ស្ថាប័ន ឬមូលនិធិ',
    'ໜ່ວຍງານ ຫຼື ມູນນິທິ',
    'Cơ quan hoặc quỹ',
  ],
  registrar: ['นายทะเบียน', 'Registrar', 'မှတ်ပုံတင်အရာရှိ', 'មន្ត្រីចុះបញ្ជី', 'ນາຍທະບຽນ', 'Cán bộ đăng ký'],
});

/** Prefixes, sexes and other short choices of the forms. */
export const choiceNames = table({
  mr: ['นาย', 'Mr', 'ဦး', 'លោក', 'ທ້າວ', 'Ông'],
  mrs: ['นาง', 'Mrs', 'ဒေါ်', 'អ្នកស្រី', 'ນາງ', 'Bà'],
  miss: ['นางสาว', 'Miss', 'မ', 'កញ្ញា', 'ນາງສາວ', 'Cô'],
  male: ['ชาย', 'Male', 'ကျား', 'ប្រុស', 'ຊາຍ', 'Nam'],
  female: ['หญิง', 'Female', 'မ', 'ស្រី', 'ຍິງ', 'Nữ'],
  passport: ['หนังสือเดินทาง', 'Passport', 'ပတ်စပို့', 'លិខិតឆ្លងដែន', 'ໜັງສືຜ່ານແດນ', 'Hộ chiếu'],
  ci: [
    'เอกสารรับรองบุคคล (CI)',
    'Certificate of identity (CI)',
    'CI စာအုပ်',
    'លិខិតបញ្ជាក់អត្តសញ្ញាណ (CI)',
    'ໃບຢັ້ງຢືນບຸກຄົນ (CI)',
    'Giấy chứng nhận nhân thân (CI)',
  ],
  td: [
    'เอกสารเดินทาง (TD)',
    'Travel document (TD)',
    'TD စာအုပ်',
    'ឯកសារធ្វើដំណើរ (TD)',
    'ເອກະສານເດີນທາງ (TD)',
    'Giấy thông hành (TD)',
  ],
  'border-pass': [
    'บัตรผ่านแดน',
    'Border pass',
    'နယ်စပ်ဖြတ်သန်းခွင့်',
    'ប័ណ្ណឆ្លងដែន',
    'ບັດຜ່ານແດນ',
    'Giấy thông hành biên giới',
  ],
  'pink-card': ['บัตรชมพู', 'Pink card', 'ပန်းရောင်ကတ်', 'ប័ណ្ណពណ៌ផ្កាឈូក', 'ບັດສີບົວ', 'Thẻ hồng'],
  'alien-book': [
    'ใบสำคัญประจำตัวคนต่างด้าว',
    'Alien book',
    'နိုင်ငံခြားသားစာအုပ်',
    'សៀវភៅជនបរទេស',
    'ປຶ້ມຄົນຕ່າງດ້າວ',
    'Sổ ngoại kiều',
  ],
  general: ['งานทั่วไป', 'General', 'အထွေထွေ', 'ទូទៅ', 'ທົ່ວໄປ', 'Chung'],
  domestic: ['งานบ้าน', 'Domestic work', 'အိမ်အကူ', 'ការងារផ្ទះ', 'ວຽກບ້ານ', 'Giúp việc'],
  farm: ['เกษตร', 'Farm', 'စိုက်ပျိုးရေး', 'កសិកម្ម', 'ກະສິກຳ', 'Nông nghiệp'],
  livestock: ['เลี้ยงสัตว์', 'Livestock', 'မွေးမြူရေး', 'ចិញ្ចឹមសត្វ', 'ລ້ຽງສັດ', 'Chăn nuôi'],
  fishery: ['ประมง', 'Fishery', 'ငါးလုပ်ငန်း', 'នេសាទ', 'ປະມົງ', 'Thủy sản'],
  'social-security': ['ประกันสังคม', 'Social security', 'လူမှုဖူလုံရေး', 'សន្តិសុខសង្គម', 'ປະກັນສັງຄົມ', 'Bảo hiểm xã hội'],
  insurance: ['ประกันสุขภาพ', 'Insurance', 'အာမခံ', 'ធានារ៉ាប់រង', 'ປະກັນສຸຂະພາບ', 'Bảo hiểm'],
  prefix: ['คำนำหน้า', 'Prefix', 'အမည်ရှေ့စာလုံး', 'ងារ', 'ຄຳນຳໜ້າ', 'Danh xưng'],
  name: ['ชื่อ', 'Name', 'အမည်', 'ឈ្មោះ', 'ຊື່', 'Tên'],
  'birth-date': ['วันเกิด', 'Date of birth', 'မွေးနေ့', 'ថ្ងៃកំណើត', 'ວັນເກີດ', 'Ngày sinh'],
  nationality: ['สัญชาติ', 'Nationality', 'နိုင်ငံသား', 'សញ្ជាតិ', 'ສັນຊາດ', 'Quốc tịch'],
  occupation: ['ประเภทงาน', 'Kind of work', 'အလုပ်အမျိုးအစား', 'ប្រភេទការងារ', 'ປະເພດວຽກ', 'Loại công việc'],
  'occupation-list-2-3': [
    'งานในบัญชี 2 หรือ 3',
    'Work on list 2 or 3',
    'စာရင်း ၂ သို့မဟုတ် ၃ ပါအလုပ်',
    'ការងារក្នុងបញ្ជី ២ ឬ ៣',
    'ວຽກໃນບັນຊີ 2 ຫຼື 3',
    'Việc trong danh mục 2 hoặc 3',
  ],
  lost: ['หาย', 'Lost', 'ပျောက်ဆုံး', 'បាត់', 'ເສຍ', 'Mất'],
  stolen: ['ถูกขโมย', 'Stolen', 'ခိုးခံရ', 'ត្រូវលួច', 'ຖືກລັກ', 'Bị trộm'],
  damaged: ['ชำรุด', 'Damaged', 'ပျက်စီး', 'ខូច', 'ຊຳລຸດ', 'Hỏng'],
  revoked: ['เพิกถอน', 'Revoked', 'ရုပ်သိမ်း', 'ដកហូត', 'ຖອນ', 'Thu hồi'],
  'cancelled-on-request': [
    'ยกเลิกตามคำขอ',
    'Cancelled on request',
    'တောင်းဆို၍ ပယ်ဖျက်',
    'លុបតាមសំណើ',
    'ຍົກເລີກຕາມຄຳຂໍ',
    'Hủy theo yêu cầu',
  ],
});
