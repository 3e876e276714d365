import { type Language, LANGUAGES } from '@permit/domain/texts/text.ts';

/** Each language in its own script. */
const NAMES: Readonly<Record<Language, string>> = {
  th: 'ไทย',
  en: 'English',
  my: 'မြန်မာ',
  km: 'ខ្មែរ',
  lo: 'ລາວ',
  vi: 'Tiếng Việt',
};

export function LanguageBar({
  language,
  onChoose,
}: {
  language: Language;
  onChoose: (to: Language) => void;
}) {
  return (
    <nav className="languages">
      {LANGUAGES.map((one) => (
        <button key={one} lang={one} aria-pressed={one === language} onClick={() => onChoose(one)}>
          {NAMES[one]}
        </button>
      ))}
    </nav>
  );
}
