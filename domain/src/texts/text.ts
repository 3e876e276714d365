/** The six languages of the service (work-permit.md 5.1), by BCP 47 tag. */
export const LANGUAGES = ['th', 'en', 'my', 'km', 'lo', 'vi'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How a wording was looked at: by nobody, by a machine, by a native speaker who signed for it. */
export type Review = 'none' | 'machine' | 'native';

/** What a worker may see: all six, or it does not compile. */
export type WorkerText = Readonly<Record<Language, string>>;

/** What only staff see: Thai and English at least. */
export type StaffText = Readonly<Record<'th' | 'en', string>> & Readonly<Partial<Record<Language, string>>>;

/** A table of texts by key, with how each language of it was reviewed. */
export interface TextTable<Key extends string, Text extends StaffText> {
  readonly review: Readonly<Record<Language, Review>>;
  /** Legal texts must be `native` in production (decisions.md 12, 16). */
  readonly legal: boolean;
  readonly texts: Readonly<Record<Key, Text>>;
}

/** Nothing here was read by a native speaker yet. */
export const MACHINE_REVIEWED: Readonly<Record<Language, Review>> = {
  th: 'machine',
  en: 'machine',
  my: 'machine',
  km: 'machine',
  lo: 'machine',
  vi: 'machine',
};

/** A table for workers: a missing language does not compile. */
export function workerTexts<Key extends string>(
  texts: Readonly<Record<Key, WorkerText>>,
  options: { legal?: boolean; review?: Readonly<Record<Language, Review>> } = {},
): TextTable<Key, WorkerText> {
  return { texts, legal: options.legal ?? false, review: options.review ?? MACHINE_REVIEWED };
}

/** A table for staff: Thai and English, more where there is more. */
export function staffTexts<Key extends string>(
  texts: Readonly<Record<Key, StaffText>>,
): TextTable<Key, StaffText> {
  return { texts, legal: false, review: MACHINE_REVIEWED };
}

/** The text in a language, in English where a staff text lacks it. */
export function say(text: StaffText, language: Language): string {
  return text[language] ?? text.en;
}

/** Replaces `{name}` by its value; an unknown name stays visible, so that a test can find it. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
