import { TextField } from '@permit/ui/text-field.tsx';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import type { ReactElement } from 'react';
import { useTexts } from '../app/use-texts.ts';
import { reasonId, useFindingSentence } from '../filing/findings-list.tsx';
import type { Finding } from '../filing/finding-words.ts';
import type { Service } from '../filing/service.ts';

/** Warnings of an answer that are new or have changed, each code with one reason; earlier reasons stand unseen. */
export function NewWarnings(props: {
  readonly service: Service | undefined;
  readonly findings: readonly Finding[];
  readonly reasons: Readonly<Record<string, string>>;
  readonly onReasons: (reasons: Readonly<Record<string, string>>) => void;
}): ReactElement | null {
  const { service, findings, reasons, onReasons } = props;
  const t = useTexts(portalTexts);
  const words = useFindingSentence(service);
  const codes = [...new Set(findings.map(({ code }) => code))];
  if (codes.length === 0) return null;
  return (
    <section id="findings" tabIndex={-1}>
      <h3>{t('findingsTitle')}</h3>
      {codes.map((code) => (
        <div className="notice notice-warn" key={code}>
          <ul>
            {findings
              .filter((finding) => finding.code === code)
              .map((finding, index) => (
                <li key={index}>{words(finding)}</li>
              ))}
          </ul>
          <TextField
            id={reasonId(code)}
            label={t('whyAnyway')}
            value={reasons[code] ?? ''}
            maxLength={500}
            onValue={(reason) => onReasons({ ...reasons, [code]: reason })}
          />
        </div>
      ))}
    </section>
  );
}
