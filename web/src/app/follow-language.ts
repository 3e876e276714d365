import { LANGUAGES, type Language } from '@permit/domain/texts/text.ts';

type Words = Readonly<Record<string, unknown>>;
type Loaders = Readonly<Record<Language, () => Promise<Words>>>;

/** Loads the words of one module in a language and puts them in the place of those in use. */
type Follower = (language: Language) => Promise<() => void>;

const followers: Follower[] = [];
let inUse: Language =
  LANGUAGES.find((known) => known === globalThis.localStorage?.getItem('language')) ?? 'th';

/** The language that the visitor chose last on this device, Thai at first. */
export function languageInUse(): Language {
  return inUse;
}

/**
 * Called by the build's front of each module of texts (web/build/split-languages.ts): answers the words of the
 * language in use, and keeps `take` for the day when another one is chosen.
 */
export async function followLanguage(loaders: Loaders, take: (words: Words) => void): Promise<Words> {
  followers.push(async (language) => {
    const words = await loaders[language]();
    return () => take(words);
  });
  return loaders[inUse]();
}

/** Fetches the words of a language for every module that is loaded; changes nothing where one cannot be had. */
export async function chooseLanguage(language: Language): Promise<void> {
  const takes = await Promise.all(followers.map((follow) => follow(language)));
  for (const take of takes) take();
  inUse = language;
  globalThis.localStorage?.setItem('language', language);
}
