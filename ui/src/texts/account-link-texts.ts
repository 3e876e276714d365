import { sixLanguages } from './six-languages.ts';

/** The two words that every page shows; the rest of the account's texts come with its own pages. */
export const accountLinkTexts = sixLanguages({
  forgot: ['ลืมรหัสผ่าน', 'Forgot the password', 'စကားဝှက် မေ့နေသည်', 'ភ្លេចពាក្យសម្ងាត់', 'ລືມລະຫັດຜ່ານ', 'Quên mật khẩu'],
  account: ['บัญชีของฉัน', 'My account', 'မိမိအကောင့်', 'គណនីខ្ញុំ', 'ບັນຊີຂອງຂ້ອຍ', 'Tài khoản của tôi'],
});
