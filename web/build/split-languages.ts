import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { exportedNames, keepLanguages } from './keep-languages.ts';

const LANGUAGES = ['th', 'en', 'my', 'km', 'lo', 'vi'];
const TEXTS = /\/(ui\/src\/texts|domain\/src\/texts|domain\/src\/checks\/texts)\/[\w-]+-(texts|names)\.ts$/;
/** The public check and the card on the phone carry their few words in every language, so that they work offline. */
const WHOLE = /(check|phone-card)-texts\.ts$/;
const FOLLOW = `${import.meta.dirname}/../src/app/follow-language.ts`;
const VARIANT = '?language=';

/**
 * Gives every visitor the words of one language (decisions.md 18). Each module of texts becomes six, one a language,
 * and a front that hands on the exports of the one in use; ESM's live bindings let importers see a change at once.
 */
export function splitLanguages(): Plugin {
  return {
    name: 'split-languages',
    enforce: 'pre',
    apply: 'build',
    async resolveId(source, importer) {
      // Texts that are made of other texts take them in their own language.
      const language = importer?.split(VARIANT)[1];
      if (!language || source.includes(VARIANT)) return undefined;
      const found = await this.resolve(source, importer!.split(VARIANT)[0], { skipSelf: true });
      return found && isTexts(found.id) ? `${found.id}${VARIANT}${language}` : found;
    },
    load(id) {
      const [file, language] = id.split(VARIANT);
      if (!isTexts(file!)) return undefined;
      const code = readFileSync(file!, 'utf8');
      const kept = language ? keepLanguages(code, language) : frontOf(file!, exportedNames(code));
      return { code: kept, moduleType: 'ts' };
    },
  };
}

/** What chunk the words of a language lie in: the shell's own together, those of filing together. */
export function languageChunk(id: string): string | undefined {
  const [file, language] = id.split(VARIANT);
  if (!language) return undefined;
  if (/\/(frame|portal|problem)-texts\.ts$|application-state-texts/.test(file!)) return `words-${language}`;
  return /\/checks\/texts\/|\/(field|choice|document)-names\.ts$/.test(file!)
    ? `filing-words-${language}`
    : undefined;
}

/** Tables for staff are written as rows of Thai and English: nothing would be saved by parting them. */
function isTexts(id: string): boolean {
  if (!TEXTS.test(id) || WHOLE.test(id)) return false;
  const code = readFileSync(id, 'utf8');
  return keepLanguages(code, 'th') !== code;
}

function frontOf(file: string, names: readonly string[]): string {
  const loaders = LANGUAGES.map((code) => `${code}: () => import(${JSON.stringify(file + VARIANT + code)})`);
  return `import { followLanguage } from ${JSON.stringify(FOLLOW)};
const first = await followLanguage({ ${loaders.join(', ')} }, (next) => {
  ${names.map((name) => `${name} = next.${name};`).join(' ')}
});
export let ${names.map((name) => `${name} = first.${name}`).join(', ')};
`;
}
