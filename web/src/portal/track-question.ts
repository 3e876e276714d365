import type { Input } from '../api/api-client.ts';

/** By what a person may follow a case. */
export const TRACK_WAYS = ['number', 'passport', 'receipt'] as const;
export type TrackWay = (typeof TRACK_WAYS)[number];

/** Which of the two fields cannot be right; a receipt needs no birth. */
export function trackFault(way: TrackWay, typed: string, born: string): readonly ('number' | 'born')[] {
  const fits = {
    number: /^\d{14}$/.test(typed.replace(/\D/g, '')),
    passport: /^[A-Za-z0-9 -]{4,20}$/.test(typed.trim()),
    receipt: typed.trim().startsWith('WPR1:'),
  };
  const bornFits = way === 'receipt' || /^[1-9]\d{3}(-\d{2}){0,2}$/.test(born);
  return [...(fits[way] ? [] : ['number' as const]), ...(bornFits ? [] : ['born' as const])];
}

/** The question as the API takes it. */
export function trackQuestion(way: TrackWay, typed: string, born: string): Input<'trackApplication'> {
  if (way === 'receipt') return { receipt: typed.trim() };
  return way === 'number'
    ? { applicationNo: typed.replace(/\D/g, ''), born }
    : { passportNo: typed.trim(), born };
}
