import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../app/use-texts.ts';
import type { StepProps } from './filing-page.tsx';
import { stepsOf } from './filing-steps.ts';
import type { Finding } from './finding-words.ts';
import type { Service } from './service.ts';
import { useFindingText } from './use-finding-text.ts';
import { useItemName, usePaperName } from './use-item-name.ts';

export const reasonId = (code: string): string => `reason-${code}`;

type Props = StepProps & {
  readonly address: (step: string) => string;
  readonly findings: readonly Finding[];
  readonly reasons: Readonly<Record<string, string>>;
  readonly onReasons: (reasons: Readonly<Record<string, string>>) => void;
};

/** What an officer would send back, before anything is paid: mended, or explained. One reason answers one code. */
export function FindingsList(props: Props): ReactElement {
  const { findings, reasons, onReasons } = props;
  const t = useTexts(portalTexts);
  const codes = [...new Set(findings.map(({ code, severity }) => `${severity} ${code}`))];
  if (findings.length === 0) return <p className="notice notice-good">{t('findingsNone')}</p>;
  return (
    <section id="findings" tabIndex={-1}>
      <h2>{t('findingsTitle')}</h2>
      {codes.map((key) => {
        const [severity, code = ''] = key.split(' ');
        const group = findings.filter((finding) => finding.code === code && finding.severity === severity);
        return (
          <div className={`notice ${severity === 'block' ? 'notice-bad' : 'notice-warn'}`} key={key}>
            <ul>
              {group.map((finding, index) => (
                <li key={index}>
                  <FindingLine {...props} finding={finding} />
                </li>
              ))}
            </ul>
            {severity === 'block' && <strong>{t('mustMend')}</strong>}
            {severity === 'warn' && (
              <TextField
                id={reasonId(code)}
                label={t('whyAnyway')}
                value={reasons[code] ?? ''}
                maxLength={500}
                onValue={(reason) => onReasons({ ...reasons, [code]: reason })}
              />
            )}
          </div>
        );
      })}
    </section>
  );
}

function FindingLine({
  finding,
  service,
  saved,
  address,
}: Props & { readonly finding: Finding }): ReactElement {
  const f = useTexts(frameTexts);
  const words = useFindingSentence(service);
  const field = finding.field ?? '';
  const step = field.startsWith('documents.')
    ? 'documents'
    : stepsOf(service, saved.draft).find(({ fields }) => fields.some(({ path }) => path === field))?.name;
  return (
    <>
      {words(finding)}{' '}
      {step && (
        <Link href={address(step)}>
          {f('change')}
          <span className="hidden-words"> {words(finding)}</span>
        </Link>
      )}
    </>
  );
}

/** A finding in words: of a paper by its name, of a field by its name and problem. */
export function useFindingSentence(
  service: Service | undefined,
  more?: Parameters<typeof useFindingText>[0],
): (finding: Finding) => string {
  const t = useTexts(portalTexts);
  const itemName = useItemName();
  const paperName = usePaperName();
  const findingText = useFindingText(more);
  return (finding) => {
    const { code, field } = finding;
    const demand = field?.startsWith('documents.')
      ? service?.documents[field.slice('documents.'.length)]
      : undefined;
    if (code === 'document-missing' && demand) return t('paperMissing', { papers: paperName(demand.anyOf) });
    const words = findingText(finding);
    const named = field !== undefined && itemName(field) !== field && !field.startsWith('documents.');
    return named ? `${itemName(field)}: ${words}` : words;
  };
}
