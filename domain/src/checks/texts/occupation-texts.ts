import type { WorkerText } from '../../texts/text.ts';

/** What is said where the work stands on one of the four lists. */
export const OCCUPATION_TEXTS = {
  closed: {
    th: 'งานนี้ ({occupation}) อยู่ในบัญชีงานห้ามคนต่างด้าวทำ โปรดบอกเหตุผล เจ้าหน้าที่จะพิจารณา',
    en: 'This work ({occupation}) is on the list closed to foreigners. Give the reason; an officer will look at it.',
    my: 'ဤအလုပ် ({occupation}) သည် နိုင်ငံခြားသား မလုပ်ရစာရင်းတွင် ပါသည်။ အကြောင်းပြချက်ရေးပါ၊ အရာရှိ စစ်ဆေးမည်။',
    km: 'ការងារនេះ ({occupation}) ស្ថិតក្នុងបញ្ជីហាមជនបរទេស។ សូមប្រាប់មូលហេតុ មន្ត្រីនឹងពិនិត្យ។',
    lo: 'ວຽກນີ້ ({occupation}) ຢູ່ໃນບັນຊີຫ້າມຄົນຕ່າງດ້າວ. ກະລຸນາບອກເຫດຜົນ ເຈົ້າໜ້າທີ່ຈະພິຈາລະນາ.',
    vi: 'Việc này ({occupation}) thuộc danh mục cấm người nước ngoài. Hãy nêu lý do; cán bộ sẽ xem xét.',
  },
  treaty: {
    th: 'งานนี้ ({occupation}) ทำได้เฉพาะตามความตกลงระหว่างประเทศ',
    en: 'This work ({occupation}) is open only under a treaty.',
    my: 'ဤအလုပ် ({occupation}) ကို နိုင်ငံတကာသဘောတူညီချက်အရသာ လုပ်နိုင်သည်။',
    km: 'ការងារនេះ ({occupation}) អាចធ្វើបានតែតាមសន្ធិសញ្ញា។',
    lo: 'ວຽກນີ້ ({occupation}) ເຮັດໄດ້ສະເພາະຕາມສັນຍາລະຫວ່າງປະເທດ.',
    vi: 'Việc này ({occupation}) chỉ được làm theo điều ước quốc tế.',
  },
  employment: {
    th: 'งานนี้ ({occupation}) ทำได้เฉพาะเมื่อเป็นลูกจ้าง',
    en: 'This work ({occupation}) is open only to an employee.',
    my: 'ဤအလုပ် ({occupation}) ကို အလုပ်ရှင်ထံ အလုပ်သမားအဖြစ်သာ လုပ်နိုင်သည်။',
    km: 'ការងារនេះ ({occupation}) អាចធ្វើបានតែជានិយោជិត។',
    lo: 'ວຽກນີ້ ({occupation}) ເຮັດໄດ້ສະເພາະເປັນລູກຈ້າງ.',
    vi: 'Việc này ({occupation}) chỉ được làm khi là người làm thuê.',
  },
  mou: {
    th: 'งานนี้ ({occupation}) ทำได้เฉพาะลูกจ้างที่เข้ามาตาม MOU',
    en: 'This work ({occupation}) is open only to an employee who came under an MOU.',
    my: 'ဤအလုပ် ({occupation}) ကို MOU ဖြင့် ဝင်လာသော အလုပ်သမားသာ လုပ်နိုင်သည်။',
    km: 'ការងារនេះ ({occupation}) អាចធ្វើបានតែនិយោជិតចូលតាម MOU។',
    lo: 'ວຽກນີ້ ({occupation}) ເຮັດໄດ້ສະເພາະລູກຈ້າງທີ່ເຂົ້າມາຕາມ MOU.',
    vi: 'Việc này ({occupation}) chỉ dành cho người làm thuê vào theo MOU.',
  },
} as const satisfies Record<string, WorkerText>;
