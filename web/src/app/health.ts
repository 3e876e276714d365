import { bangkokDate, bangkokTime } from '@permit/domain/calendar/bangkok-time.ts';
import { formatDate } from '@permit/domain/calendar/format-date.ts';
import { fill, say, type Language } from '@permit/domain/texts/text.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';

/** GET /api/health, as far as a screen shows it. */
export interface Health {
  readonly mode: string;
  readonly specimen: boolean;
  readonly demoClock: boolean;
  readonly businessTime: string;
}

/** Undefined where the service does not answer. */
export async function fetchHealth(): Promise<Health | undefined> {
  const response = await fetch('/api/health').catch(() => undefined);
  return response ? ((await response.json().catch(() => undefined)) as Health | undefined) : undefined;
}

/** What the banner of a demonstration says; nothing in production. */
export function demoWords(health: Health | undefined, language: Language): string[] {
  if (!health) return [];
  const words: string[] = [];
  if (health.mode !== 'production' || health.specimen) words.push(say(frameTexts.texts.demo, language));
  if (health.demoClock)
    words.push(
      fill(say(frameTexts.texts.demoClock, language), { time: formatInstant(health.businessTime, language) }),
    );
  return words;
}

/** Day and time in Bangkok, in the words and the era of the language. */
export function formatInstant(instant: string, language: Language): string {
  return `${formatDate(bangkokDate(instant), language)} ${bangkokTime(instant)}`;
}

/** The day in Bangkok only. */
export function formatDay(instant: string, language: Language): string {
  return formatDate(bangkokDate(instant), language);
}
