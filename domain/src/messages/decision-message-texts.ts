/** What people are told of permits that end or live again, of money that goes back and of corrections. */
type Row = readonly [th: string, en: string, my: string, km: string, lo: string, vi: string];
type Event =
  | 'permit-revoked'
  | 'permit-cancelled'
  | 'worker-permit-ended'
  | 'permit-end-asked'
  | 'permit-end-refused'
  | 'appeal-upheld'
  | 'permit-restored'
  | 'refund-approved'
  | 'refund-refused'
  | 'refund-paid'
  | 'correction-granted'
  | 'correction-refused';

export const decisionSubjects: Readonly<Record<Event, Row>> = {
  'permit-revoked': [
    'ใบอนุญาตตามคำขอ {no} ถูกเพิกถอน อุทธรณ์ได้ถึง {appealBy}',
    'The permit of application {no} was revoked. You may appeal until {appealBy}',
    'လျှောက်လွှာ {no} ၏ ပါမစ် ရုပ်သိမ်းခံရသည်။ {appealBy} အထိ အယူခံဝင်နိုင်သည်',
    'ប័ណ្ណនៃពាក្យសុំ {no} ត្រូវបានដកហូត។ អាចប្តឹងដល់ {appealBy}',
    'ໃບອະນຸຍາດຂອງຄຳຮ້ອງ {no} ຖືກຖອນ ອຸທອນໄດ້ເຖິງ {appealBy}',
    'Giấy phép của đơn {no} bị thu hồi. Có thể khiếu nại đến {appealBy}',
  ],
  'permit-cancelled': [
    'ใบอนุญาตตามคำขอ {no} ถูกยกเลิก อุทธรณ์ได้ถึง {appealBy}',
    'The permit of application {no} was ended on request. You may appeal until {appealBy}',
    'လျှောက်လွှာ {no} ၏ ပါမစ် ပယ်ဖျက်ပြီး။ {appealBy} အထိ အယူခံဝင်နိုင်သည်',
    'ប័ណ្ណនៃពាក្យសុំ {no} ត្រូវបានលុប។ អាចប្តឹងដល់ {appealBy}',
    'ໃບອະນຸຍາດຂອງຄຳຮ້ອງ {no} ຖືກຍົກເລີກ ອຸທອນໄດ້ເຖິງ {appealBy}',
    'Giấy phép của đơn {no} bị hủy theo yêu cầu. Có thể khiếu nại đến {appealBy}',
  ],
  'worker-permit-ended': [
    'ใบอนุญาตทำงานของลูกจ้างคนหนึ่งของท่านสิ้นสุดแล้ว',
    'The work permit of one of your workers has ended',
    'သင့်အလုပ်သမားတစ်ဦး၏ အလုပ်လုပ်ခွင့်ပါမစ် ပြီးဆုံးသွားပါပြီ',
    'ប័ណ្ណការងាររបស់កម្មករម្នាក់របស់អ្នកបានបញ្ចប់',
    'ໃບອະນຸຍາດເຮັດວຽກຂອງແຮງງານຄົນໜຶ່ງຂອງທ່ານສິ້ນສຸດແລ້ວ',
    'Giấy phép lao động của một người lao động của bạn đã chấm dứt',
  ],
  'permit-end-asked': [
    'มีผู้ขอยกเลิกใบอนุญาตตามคำขอ {no}',
    'Somebody asked to end the permit of application {no}',
    'လျှောက်လွှာ {no} ၏ ပါမစ်ကို ပယ်ဖျက်ရန် တောင်းထားသည်',
    'មានអ្នកសុំលុបប័ណ្ណនៃពាក្យសុំ {no}',
    'ມີຜູ້ຂໍຍົກເລີກໃບອະນຸຍາດຂອງຄຳຮ້ອງ {no}',
    'Có người xin hủy giấy phép của đơn {no}',
  ],
  'permit-end-refused': [
    'ใบอนุญาตตามคำขอ {no} ไม่ถูกยกเลิก ยังใช้ได้ต่อไป',
    'The permit of application {no} is not ended; it stays as it is',
    'လျှောက်လွှာ {no} ၏ ပါမစ်ကို မပယ်ဖျက်ပါ၊ ဆက်လက်သုံးနိုင်သည်',
    'ប័ណ្ណនៃពាក្យសុំ {no} មិនត្រូវបានលុបទេ នៅដដែល',
    'ໃບອະນຸຍາດຂອງຄຳຮ້ອງ {no} ບໍ່ຖືກຍົກເລີກ ຍັງຄືເກົ່າ',
    'Giấy phép của đơn {no} không bị hủy, vẫn như cũ',
  ],
  'appeal-upheld': [
    'ผลอุทธรณ์ของคำขอ {no}: ยืนตามคำสั่งเดิม',
    'Appeal about application {no}: the decision stays',
    'လျှောက်လွှာ {no} အယူခံရလဒ် - မူလဆုံးဖြတ်ချက် အတည်ဖြစ်သည်',
    'លទ្ធផលបណ្តឹងនៃពាក្យសុំ {no}៖ សេចក្តីសម្រេចនៅដដែល',
    'ຜົນອຸທອນຂອງຄຳຮ້ອງ {no}: ຢືນຕາມຄຳສັ່ງເດີມ',
    'Kết quả khiếu nại về đơn {no}: giữ nguyên quyết định',
  ],
  'permit-restored': [
    'อุทธรณ์ฟังขึ้น: คำสั่งต่อใบอนุญาตตามคำขอ {no} ถูกยกเลิก',
    'Appeal allowed: the order on the permit of application {no} is set aside',
    'အယူခံ အောင်မြင်သည် - လျှောက်လွှာ {no} ၏ ပါမစ်အမိန့်ကို ပယ်ဖျက်သည်',
    'បណ្តឹងត្រូវបានអនុញ្ញាត៖ បទបញ្ជាលើប័ណ្ណនៃពាក្យសុំ {no} ត្រូវបានលុប',
    'ອຸທອນຟັງຂຶ້ນ: ຄຳສັ່ງຕໍ່ໃບອະນຸຍາດຂອງຄຳຮ້ອງ {no} ຖືກຍົກເລີກ',
    'Khiếu nại được chấp nhận: lệnh về giấy phép của đơn {no} bị hủy',
  ],
  'refund-approved': [
    'คำขอ {no}: อนุมัติคืนค่าธรรมเนียม {amount} บาท',
    'Application {no}: a refund of {amount} baht was approved',
    'လျှောက်လွှာ {no} - {amount} ဘတ် ပြန်အမ်းရန် ခွင့်ပြုပြီး',
    'ពាក្យសុំ {no}៖ អនុញ្ញាតបង្វិល {amount} បាត',
    'ຄຳຮ້ອງ {no}: ອະນຸມັດຄືນຄ່າທຳນຽມ {amount} ບາດ',
    'Đơn {no}: đã duyệt hoàn {amount} baht',
  ],
  'refund-refused': [
    'คำขอ {no}: ไม่อนุมัติคืนค่าธรรมเนียม {amount} บาท',
    'Application {no}: the refund of {amount} baht was refused',
    'လျှောက်လွှာ {no} - {amount} ဘတ် ပြန်အမ်းခွင့် မပြုပါ',
    'ពាក្យសុំ {no}៖ មិនអនុញ្ញាតបង្វិល {amount} បាត',
    'ຄຳຮ້ອງ {no}: ບໍ່ອະນຸມັດຄືນຄ່າທຳນຽມ {amount} ບາດ',
    'Đơn {no}: không duyệt hoàn {amount} baht',
  ],
  'refund-paid': [
    'คำขอ {no}: โอนคืนค่าธรรมเนียม {amount} บาทแล้ว',
    'Application {no}: {amount} baht were sent back to you',
    'လျှောက်လွှာ {no} - {amount} ဘတ် ပြန်လွှဲပြီး',
    'ពាក្យសុំ {no}៖ បានផ្ទេរបង្វិល {amount} បាត',
    'ຄຳຮ້ອງ {no}: ໂອນຄືນຄ່າທຳນຽມ {amount} ບາດແລ້ວ',
    'Đơn {no}: đã chuyển hoàn {amount} baht',
  ],
  'correction-granted': [
    'คำขอ {no}: แก้ไขข้อมูลในใบอนุญาตแล้ว',
    'Application {no}: the permit has been corrected',
    'လျှောက်လွှာ {no} - ပါမစ်အချက်အလက် ပြင်ပြီး',
    'ពាក្យសុំ {no}៖ បានកែព័ត៌មានលើប័ណ្ណ',
    'ຄຳຮ້ອງ {no}: ແກ້ຂໍ້ມູນໃນໃບອະນຸຍາດແລ້ວ',
    'Đơn {no}: giấy phép đã được sửa',
  ],
  'correction-refused': [
    'คำขอ {no}: ไม่แก้ไขข้อมูลในใบอนุญาต',
    'Application {no}: the permit was not corrected',
    'လျှောက်လွှာ {no} - ပါမစ်အချက်အလက် ပြင်ခွင့် မပြုပါ',
    'ពាក្យសុំ {no}៖ មិនអនុញ្ញាតកែព័ត៌មានលើប័ណ្ណ',
    'ຄຳຮ້ອງ {no}: ບໍ່ອະນຸມັດແກ້ຂໍ້ມູນໃນໃບອະນຸຍາດ',
    'Đơn {no}: giấy phép không được sửa',
  ],
};

export const decisionBodies: Readonly<Record<Event, Row>> = {
  'permit-revoked': [
    '{service}\nตั้งแต่วันนี้ใช้ใบอนุญาตนี้ทำงานไม่ได้ คำสั่ง เหตุผล และข้อกฎหมายอยู่ในหน้าคำขอ\n{appeal}',
    '{service}\nFrom today this permit does not allow work. The order, its reason and the law are on the page of the application.\n{appeal}',
    '{service}\nယနေ့မှစ၍ ဤပါမစ်ဖြင့် အလုပ်မလုပ်နိုင်ပါ။ အမိန့်၊ အကြောင်းရင်းနှင့် ဥပဒေကို လျှောက်လွှာစာမျက်နှာတွင် ကြည့်ပါ။\n{appeal}',
    '{service}\nចាប់ពីថ្ងៃនេះ ប័ណ្ណនេះមិនអាចប្រើធ្វើការបានទេ។ បទបញ្ជា ហេតុផល និងច្បាប់មាននៅទំព័រពាក្យសុំ។\n{appeal}',
    '{service}\nນັບແຕ່ມື້ນີ້ໃຊ້ໃບອະນຸຍາດນີ້ເຮັດວຽກບໍ່ໄດ້. ຄຳສັ່ງ ເຫດຜົນ ແລະ ຂໍ້ກົດໝາຍຢູ່ໜ້າຄຳຮ້ອງ.\n{appeal}',
    '{service}\nTừ hôm nay giấy phép này không còn cho phép làm việc. Lệnh, lý do và căn cứ pháp luật có ở trang của đơn.\n{appeal}',
  ],
  'permit-cancelled': [
    '{service}\nตั้งแต่วันนี้ใช้ใบอนุญาตนี้ทำงานไม่ได้ คำสั่งและผู้ที่ขอดูได้ในหน้าคำขอ\n{appeal}',
    '{service}\nFrom today this permit does not allow work. The order, and who asked for it, are on the page of the application.\n{appeal}',
    '{service}\nယနေ့မှစ၍ ဤပါမစ်ဖြင့် အလုပ်မလုပ်နိုင်ပါ။ အမိန့်နှင့် တောင်းခံသူကို လျှောက်လွှာစာမျက်နှာတွင် ကြည့်ပါ။\n{appeal}',
    '{service}\nចាប់ពីថ្ងៃនេះ ប័ណ្ណនេះមិនអាចប្រើធ្វើការបានទេ។ បទបញ្ជា និងអ្នកស្នើមាននៅទំព័រពាក្យសុំ។\n{appeal}',
    '{service}\nນັບແຕ່ມື້ນີ້ໃຊ້ໃບອະນຸຍາດນີ້ເຮັດວຽກບໍ່ໄດ້. ຄຳສັ່ງ ແລະ ຜູ້ຂໍຢູ່ໜ້າຄຳຮ້ອງ.\n{appeal}',
    '{service}\nTừ hôm nay giấy phép này không còn cho phép làm việc. Lệnh và người yêu cầu có ở trang của đơn.\n{appeal}',
  ],
  'worker-permit-ended': [
    'เปิดหน้าเอกสารแจ้งของท่านเพื่อดูว่าเป็นผู้ใด และอย่าให้ผู้นั้นทำงานจนกว่าจะมีสิทธิ',
    'See in your notices who it is. Let nobody work who may not.',
    'မည်သူဖြစ်ကြောင်း သင့်အကြောင်းကြားစာများတွင် ကြည့်ပါ။ ခွင့်မရှိသူကို အလုပ်မလုပ်စေပါနှင့်။',
    'សូមមើលក្នុងការជូនដំណឹងរបស់អ្នកថាជានរណា។ កុំឱ្យអ្នកដែលគ្មានសិទ្ធិធ្វើការ។',
    'ເບິ່ງໃນໜ້າແຈ້ງຂອງທ່ານວ່າແມ່ນໃຜ ແລະ ຢ່າໃຫ້ຜູ້ທີ່ບໍ່ມີສິດເຮັດວຽກ.',
    'Xem trong các thông báo của bạn để biết là ai. Đừng để người không được phép làm việc.',
  ],
  'permit-end-asked': [
    '{service}\nใบอนุญาตยังใช้ได้จนกว่านายทะเบียนจะตัดสิน หากไม่เห็นด้วย แจ้งนายทะเบียนโดยเร็ว',
    '{service}\nThe permit stays valid until the registrar decides. If you disagree, tell the registrar soon.',
    '{service}\nမှတ်ပုံတင်အရာရှိ မဆုံးဖြတ်မချင်း ပါမစ်ကို သုံးနိုင်သည်။ သဘောမတူလျှင် အမြန်အကြောင်းကြားပါ။',
    '{service}\nប័ណ្ណនៅប្រើបានរហូតដល់អ្នកចុះបញ្ជីសម្រេច។ បើមិនយល់ព្រម សូមជូនដំណឹងឱ្យឆាប់។',
    '{service}\nໃບອະນຸຍາດຍັງໃຊ້ໄດ້ຈົນກວ່ານາຍທະບຽນຕັດສິນ. ຖ້າບໍ່ເຫັນດີ ແຈ້ງນາຍທະບຽນໂດຍໄວ.',
    '{service}\nGiấy phép vẫn có hiệu lực đến khi cán bộ đăng ký quyết định. Nếu không đồng ý, hãy báo sớm.',
  ],
  'permit-end-refused': [
    '{service}\nเหตุผลอยู่ในหน้าคำขอ',
    '{service}\nThe reason is on the page of the application.',
    '{service}\nအကြောင်းရင်းကို လျှောက်လွှာစာမျက်နှာတွင် ကြည့်ပါ။',
    '{service}\nហេតុផលមាននៅទំព័រពាក្យសុំ។',
    '{service}\nເຫດຜົນຢູ່ໜ້າຄຳຮ້ອງ.',
    '{service}\nLý do có ở trang của đơn.',
  ],
  'appeal-upheld': [
    '{service}\nเหตุผลของคำวินิจฉัยอยู่ในหน้าคำขอ',
    '{service}\nThe reasons are on the page of the application.',
    '{service}\nဆုံးဖြတ်ချက်၏ အကြောင်းရင်းကို လျှောက်လွှာစာမျက်နှာတွင် ကြည့်ပါ။',
    '{service}\nហេតុផលនៃសេចក្តីសម្រេចមាននៅទំព័រពាក្យសុំ។',
    '{service}\nເຫດຜົນຂອງຄຳຕັດສິນຢູ່ໜ້າຄຳຮ້ອງ.',
    '{service}\nLý do của quyết định có ở trang của đơn.',
  ],
  'permit-restored': [
    '{service}\nดูสถานะปัจจุบันของใบอนุญาตและบัตรได้ในหน้าคำขอ',
    '{service}\nSee on the page of the application what permit and card are now.',
    '{service}\nပါမစ်နှင့် ကတ်၏ လက်ရှိအခြေအနေကို လျှောက်လွှာစာမျက်နှာတွင် ကြည့်ပါ။',
    '{service}\nសូមមើលស្ថានភាពប័ណ្ណ និងកាតបច្ចុប្បន្ននៅទំព័រពាក្យសុំ។',
    '{service}\nເບິ່ງສະຖານະປັດຈຸບັນຂອງໃບອະນຸຍາດ ແລະ ບັດໄດ້ທີ່ໜ້າຄຳຮ້ອງ.',
    '{service}\nXem tình trạng hiện tại của giấy phép và thẻ ở trang của đơn.',
  ],
  'refund-approved': [
    '{service}\nเงินจะโอนเข้าบัญชีที่แจ้งไว้ หนังสือแจ้งผลอยู่ในหน้าคำขอ',
    '{service}\nThe money goes to the account that was given. The notice is on the page of the application.',
    '{service}\nငွေကို ပေးထားသော စာရင်းသို့ လွှဲမည်။ အကြောင်းကြားစာကို လျှောက်လွှာစာမျက်နှာတွင် ကြည့်ပါ။',
    '{service}\nប្រាក់នឹងផ្ទេរទៅគណនីដែលបានផ្តល់។ លិខិតជូនដំណឹងមាននៅទំព័រពាក្យសុំ។',
    '{service}\nເງິນຈະໂອນເຂົ້າບັນຊີທີ່ແຈ້ງໄວ້. ໜັງສືແຈ້ງຜົນຢູ່ໜ້າຄຳຮ້ອງ.',
    '{service}\nTiền sẽ chuyển vào tài khoản đã cho. Thông báo có ở trang của đơn.',
  ],
  'refund-refused': [
    '{service}\nเหตุผลและหนังสือแจ้งผลอยู่ในหน้าคำขอ',
    '{service}\nThe reason and the notice are on the page of the application.',
    '{service}\nအကြောင်းရင်းနှင့် အကြောင်းကြားစာကို လျှောက်လွှာစာမျက်နှာတွင် ကြည့်ပါ။',
    '{service}\nហេតុផល និងលិខិតជូនដំណឹងមាននៅទំព័រពាក្យសុំ។',
    '{service}\nເຫດຜົນ ແລະ ໜັງສືແຈ້ງຜົນຢູ່ໜ້າຄຳຮ້ອງ.',
    '{service}\nLý do và thông báo có ở trang của đơn.',
  ],
  'refund-paid': [
    '{service}\nหนังสือแจ้งผลพร้อมเลขอ้างอิงการโอนอยู่ในหน้าคำขอ',
    '{service}\nThe notice with the reference of the transfer is on the page of the application.',
    '{service}\nငွေလွှဲအမှတ်ပါသော အကြောင်းကြားစာကို လျှောက်လွှာစာမျက်နှာတွင် ကြည့်ပါ။',
    '{service}\nលិខិតជូនដំណឹងមានលេខយោងផ្ទេរប្រាក់ នៅទំព័រពាក្យសុំ។',
    '{service}\nໜັງສືແຈ້ງຜົນພ້ອມເລກອ້າງອີງການໂອນຢູ່ໜ້າຄຳຮ້ອງ.',
    '{service}\nThông báo kèm số tham chiếu chuyển tiền có ở trang của đơn.',
  ],
  'correction-granted': [
    '{service}\nดูข้อมูลใหม่ได้ในหน้าคำขอ บัตรที่พิมพ์ข้อมูลเดิมจะแสดงว่ามีการเปลี่ยนแปลง',
    '{service}\nSee the new data on the page of the application. A card with the old data is shown as changed since printed.',
    '{service}\nအချက်အလက်အသစ်ကို လျှောက်လွှာစာမျက်နှာတွင် ကြည့်ပါ။ အဟောင်းပါသော ကတ်ကို ပြောင်းလဲထားကြောင်း ပြမည်။',
    '{service}\nសូមមើលព័ត៌មានថ្មីនៅទំព័រពាក្យសុំ។ កាតដែលមានព័ត៌មានចាស់នឹងបង្ហាញថាបានផ្លាស់ប្តូរ។',
    '{service}\nເບິ່ງຂໍ້ມູນໃໝ່ໄດ້ທີ່ໜ້າຄຳຮ້ອງ. ບັດທີ່ພິມຂໍ້ມູນເກົ່າຈະສະແດງວ່າມີການປ່ຽນແປງ.',
    '{service}\nXem dữ liệu mới ở trang của đơn. Thẻ in dữ liệu cũ sẽ hiện là đã thay đổi.',
  ],
  'correction-refused': [
    '{service}\nเหตุผลอยู่ในหน้าคำขอ',
    '{service}\nThe reason is on the page of the application.',
    '{service}\nအကြောင်းရင်းကို လျှောက်လွှာစာမျက်နှာတွင် ကြည့်ပါ။',
    '{service}\nហេតុផលមាននៅទំព័រពាក្យសុំ។',
    '{service}\nເຫດຜົນຢູ່ໜ້າຄຳຮ້ອງ.',
    '{service}\nLý do có ở trang của đơn.',
  ],
};
