import type { ReactElement } from 'react';

/** Hotlines of the Department (1506 press 2) and of its call centre (1694); ui.md asks for them everywhere. */
export const HOTLINES = ['1506', '1694'] as const;

/** Help on every screen. `words` holds `{first}` and `{second}` where the numbers go. */
export function HelpFooter({ words }: { readonly words: string }): ReactElement {
  const parts = words.split(/\{(first|second)\}/);
  return (
    <footer className="help-footer">
      <div>
        <p>
          {parts.map((part, index) => {
            if (part === 'first') return <Call key={index} number={HOTLINES[0]} />;
            return part === 'second' ? <Call key={index} number={HOTLINES[1]} /> : part;
          })}
        </p>
      </div>
    </footer>
  );
}

function Call({ number }: { readonly number: string }): ReactElement {
  return <a href={`tel:${number}`}>{number}</a>;
}
