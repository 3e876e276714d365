import { fill, say, type StaffText, type TextTable } from '@permit/domain/texts/text.ts';
import { useApp } from './app-context.tsx';

export type Say<Key extends string> = (key: Key, values?: Record<string, string | number>) => string;

/** The texts of a table in the person's language. */
export function useTexts<Key extends string>(table: TextTable<Key, StaffText>): Say<Key> {
  const { language } = useApp();
  return (key, values = {}) => fill(say(table.texts[key], language), values);
}
