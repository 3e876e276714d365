import { LANGUAGES, type Language } from '@permit/domain/texts/text.ts';
import type { ReactElement } from 'react';

/** Each language by its own name, so that whoever reads only that one finds it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  th: 'ไทย',
  en: 'English',
  my: 'မြန်မာ',
  km: 'ខ្មែរ',
  lo: 'ລາວ',
  vi: 'Tiếng Việt',
};

/** The switch that stands on every screen. */
export function LanguageSwitch(props: {
  readonly label: string;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly languages?: readonly Language[];
}): ReactElement {
  return (
    <div className="languages" role="group" aria-label={props.label}>
      {(props.languages ?? LANGUAGES).map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === props.language}
          onClick={() => props.onLanguage(language)}
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </div>
  );
}
