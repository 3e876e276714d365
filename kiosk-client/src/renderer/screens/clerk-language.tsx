import { createContext, useContext } from 'react';
import { fill, say } from '@permit/domain/texts/text.ts';
import { type ClerkText, clerkTexts } from '../texts/clerk-texts.ts';

const Context = createContext<'th' | 'en'>('th');

/** The language of the crew on this desk. */
export const ClerkLanguage = Context;

export function useClerkLanguage(): 'th' | 'en' {
  return useContext(Context);
}

/** The crew's texts in their language, with `{name}` filled in. */
export function useClerkText(): (key: ClerkText, values?: Record<string, string | number>) => string {
  const language = useClerkLanguage();
  return (key, values = {}) => fill(say(clerkTexts.texts[key], language), values);
}
