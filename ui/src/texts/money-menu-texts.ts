import { sixLanguages } from './six-languages.ts';

/** What the menu calls the pages of money; apart, because the menu is on every page. */
export const moneyMenuTexts = sixLanguages({
  bills: [
    'บิลและใบเสร็จ',
    'Bills and receipts',
    'ငွေတောင်းခံလွှာနှင့် ပြေစာ',
    'វិក្កយបត្រ និងបង្កាន់ដៃ',
    'ໃບບິນ ແລະ ໃບຮັບເງິນ',
    'Hóa đơn và biên lai',
  ],
});
