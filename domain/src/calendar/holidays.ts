import type { Holidays } from './working-days.ts';

/** A day on which State offices are closed, as data; a cabinet may add bridge days at short notice. */
export interface Holiday {
  readonly date: string;
  readonly name: { readonly th: string; readonly en: string };
  readonly certainty: 'certain' | 'uncertain' | 'assumed';
}

/**
 * Fixed-date holidays and substitute days of the two years that the open cohort touches. None was read from an
 * announcement of the cabinet, so none is `certain`; days that follow the moon are `assumed`.
 */
export const HOLIDAY_TABLE: readonly Holiday[] = [
  {
    date: '2026-10-13',
    name: { th: 'วันนวมินทรมหาราช', en: 'Navamindra Maharaj Day' },
    certainty: 'uncertain',
  },
  { date: '2026-10-23', name: { th: 'วันปิยมหาราช', en: 'Chulalongkorn Day' }, certainty: 'uncertain' },
  {
    date: '2026-12-07',
    name: { th: 'ชดเชยวันพ่อแห่งชาติ', en: "Father's Day (substitute)" },
    certainty: 'assumed',
  },
  { date: '2026-12-10', name: { th: 'วันรัฐธรรมนูญ', en: 'Constitution Day' }, certainty: 'uncertain' },
  { date: '2026-12-31', name: { th: 'วันสิ้นปี', en: "New Year's Eve" }, certainty: 'uncertain' },
  { date: '2027-01-01', name: { th: 'วันขึ้นปีใหม่', en: "New Year's Day" }, certainty: 'uncertain' },
  { date: '2027-02-22', name: { th: 'ชดเชยวันมาฆบูชา', en: 'Makha Bucha (substitute)' }, certainty: 'assumed' },
  { date: '2027-04-06', name: { th: 'วันจักรี', en: 'Chakri Day' }, certainty: 'uncertain' },
  { date: '2027-04-13', name: { th: 'วันสงกรานต์', en: 'Songkran' }, certainty: 'uncertain' },
  { date: '2027-04-14', name: { th: 'วันสงกรานต์', en: 'Songkran' }, certainty: 'uncertain' },
  { date: '2027-04-15', name: { th: 'วันสงกรานต์', en: 'Songkran' }, certainty: 'uncertain' },
  { date: '2027-05-04', name: { th: 'วันฉัตรมงคล', en: 'Coronation Day' }, certainty: 'uncertain' },
  { date: '2027-05-20', name: { th: 'วันวิสาขบูชา', en: 'Visakha Bucha' }, certainty: 'assumed' },
  {
    date: '2027-06-03',
    name: { th: 'วันเฉลิมพระชนมพรรษาพระราชินี', en: "Queen's Birthday" },
    certainty: 'uncertain',
  },
  {
    date: '2027-07-19',
    name: { th: 'ชดเชยวันอาสาฬหบูชา', en: 'Asanha Bucha (substitute)' },
    certainty: 'assumed',
  },
  {
    date: '2027-07-28',
    name: { th: 'วันเฉลิมพระชนมพรรษา ร.10', en: "King's Birthday" },
    certainty: 'uncertain',
  },
  { date: '2027-08-12', name: { th: 'วันแม่แห่งชาติ', en: "Mother's Day" }, certainty: 'uncertain' },
  {
    date: '2027-10-13',
    name: { th: 'วันนวมินทรมหาราช', en: 'Navamindra Maharaj Day' },
    certainty: 'uncertain',
  },
  {
    date: '2027-10-25',
    name: { th: 'ชดเชยวันปิยมหาราช', en: 'Chulalongkorn Day (substitute)' },
    certainty: 'assumed',
  },
  {
    date: '2027-12-06',
    name: { th: 'ชดเชยวันพ่อแห่งชาติ', en: "Father's Day (substitute)" },
    certainty: 'assumed',
  },
  { date: '2027-12-10', name: { th: 'วันรัฐธรรมนูญ', en: 'Constitution Day' }, certainty: 'uncertain' },
  { date: '2027-12-31', name: { th: 'วันสิ้นปี', en: "New Year's Eve" }, certainty: 'uncertain' },
];

/** The dates of a table as a set for the counting rules. */
export function holidayDates(table: readonly Holiday[] = HOLIDAY_TABLE): Holidays {
  return new Set(table.map((holiday) => holiday.date));
}
