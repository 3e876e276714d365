import type { Language } from '@permit/domain/texts/text.ts';
import { useEffect, useState } from 'react';
import { useApp } from '../app/app-context.tsx';
import { findingWords, type Finding } from './finding-words.ts';
import { useItemName } from './use-item-name.ts';

type Say = (finding: Finding, language: Language) => string;

/** Evidence that names papers, which a person reads by name. */
const PAPERS = ['anyOf', 'kind', 'said', 'seen'];

/**
 * What a finding says, evidence and all. The words of every check come when the first finding is shown; until
 * then those of the fields are known already.
 */
export function useFindingText(): (finding: Finding) => string {
  const { language } = useApp();
  const itemName = useItemName();
  const [say, setSay] = useState<{ readonly say: Say }>();
  useEffect(() => {
    let current = true;
    void import('@permit/domain/checks/precheck-draft.ts').then(
      ({ findingText }) => current && setSay({ say: findingText as Say }),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, []);
  const paper = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map((one) => itemName(`documents.${one}`))
      : itemName(`documents.${String(value)}`);
  return (finding) => {
    const evidence = Object.fromEntries(
      Object.entries(finding.evidence ?? {}).map(([name, value]) => [
        name,
        PAPERS.includes(name) ? paper(value) : value,
      ]),
    );
    const told = say?.say({ ...finding, evidence } as Finding, language);
    return told && told !== finding.code ? told : findingWords(finding.code, language);
  };
}
