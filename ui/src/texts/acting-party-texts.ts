import { sixLanguages } from './six-languages.ts';

/** For whom an account with rights of several parties acts; shown at the top of every page to those few. */
export const actingPartyTexts = sixLanguages({
  actFor: ['ทำแทน', 'Acting for', 'ကိုယ်စားပြုသည်', 'ធ្វើជំនួស', 'ເຮັດແທນ', 'Làm thay cho'],
  choose: ['เลือก', 'Choose', 'ရွေးပါ', 'ជ្រើស', 'ເລືອກ', 'Chọn'],
});
