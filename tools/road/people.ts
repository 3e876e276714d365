import { SAMPLE_N632, SAMPLE_R59M } from '@permit/domain/catalogue/sample-drafts.ts';
import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import { randomInt } from 'node:crypto';

type Filed = Omit<ApplicationDraft, 'documents' | 'overruled' | 'declaration'>;
type Worker = NonNullable<ApplicationDraft['worker']>;

const WORKERS: readonly Worker[] = [
  // One name only, as many people of Myanmar have.
  {
    names: { prefix: 'mr', firstLatin: 'AUNG KYAW MOE', firstThai: 'ออง จอ โม', native: 'အောင်ကျော်မိုး' },
    nationality: 'MM',
    birth: { precision: 'day', date: '1992-04-17' },
  },
  // Only the year of birth is known.
  {
    names: {
      prefix: 'miss',
      firstLatin: 'BOUNMY',
      lastLatin: 'SISAVATH',
      firstThai: 'บุนมี',
      lastThai: 'สีสะหวาด',
      native: 'ບຸນມີ ສີສະຫວາດ',
    },
    nationality: 'LA',
    birth: { precision: 'year', date: '1998' },
  },
  // Sixty letters.
  {
    names: {
      prefix: 'mrs',
      firstLatin: 'THIRI MAY THAZIN HNIN WUTYI YADANAR',
      lastLatin: 'PYAE PHYO KYAW SWAR OO LWIN',
      firstThai: 'ถิรี เม ทะซิน ฮนิน วุดยี ยะดะนา',
      lastThai: 'ปแย พโย จอ ซวา อู ลวิน',
      native: 'သီရိမေသဇင်နှင်းဝတ်ရည်ရတနာပြည့်ဖြိုးကျော်စွာဦးလွင်',
    },
    nationality: 'MM',
    birth: { precision: 'month', date: '2001-09' },
  },
];

const SAMPLES = [SAMPLE_R59M, SAMPLE_N632] as const;

/** An invented worker with their case: another name, number and service each time. */
export function inventCase(run: number): { serviceCode: string; draft: Filed; documents: readonly string[] } {
  const sample = SAMPLES[run % SAMPLES.length]!;
  const worker = sample.serviceCode === 'N632' ? WORKERS[1]! : WORKERS[(run >> 1) % 2 === 0 ? 0 : 2]!;
  const { documents, overruled: _overruled, declaration: _declaration, ...draft } = sample;
  const number = `MH${String(randomInt(1_000_000)).padStart(6, '0')}`;
  return {
    serviceCode: sample.serviceCode,
    draft: {
      ...draft,
      worker: { ...draft.worker, ...worker },
      travelDocument: { ...draft.travelDocument, number, country: worker.nationality! },
    },
    documents: (documents ?? []).map(({ type }) => type),
  };
}
