import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import { oldPermitTexts } from '@permit/ui/texts/old-permit-texts.ts';
import type { ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { useTexts } from '../app/use-texts.ts';

export type NearLine = Output<'getOldPermitQuestion'>['lines'][number];

/** Every line of the registers with the passport of the case, and where each differs from the form. */
export function NearLines(props: {
  readonly lines: readonly NearLine[];
  readonly onChoose: (line: NearLine) => void;
}): ReactElement {
  const t = useTexts(oldPermitTexts);
  return (
    <section className="evidence">
      <h2>{t('lines')}</h2>
      {props.lines.length === 0 && <EmptyState text={t('noLines')} />}
      {props.lines.map((line) => (
        <Line key={`${line.importId} ${line.line}`} line={line} onChoose={() => props.onChoose(line)} />
      ))}
    </section>
  );
}

function Line({ line, onChoose }: { readonly line: NearLine; readonly onChoose: () => void }): ReactElement {
  const { language } = useApp();
  const t = useTexts(oldPermitTexts);
  const day = (date: string | undefined) => date && formatDay(date, language);
  const rows: (readonly [string, string | undefined])[] = [
    [t('worker'), line.name],
    [t('birth'), line.birth?.length === 10 ? day(line.birth) : line.birth],
    [t('employer'), line.employer],
    [t('issued'), day(line.issued)],
    [t('expires'), day(line.expires)],
  ];
  return (
    <article className="case-card">
      <h3>
        {t('oldNumber')} {line.number}
      </h3>
      <p className="quiet">{t('from', { source: line.source, line: line.line })}</p>
      <dl className="facts">
        {rows
          .filter(([, words]) => words)
          .map(([name, words]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        <dt>{t('differs')}</dt>
        <dd>
          {line.differs.length === 0 ? (
            <StateBadge tone="good" word={t('agrees')} />
          ) : (
            <StateBadge tone="warn" word={line.differs.map((part) => partName(part, t)).join(', ')} />
          )}
        </dd>
      </dl>
      <Button look="primary" onClick={onChoose}>
        {t('found-line')}
        <span className="hidden-words"> {line.number}</span>
      </Button>
    </article>
  );
}

function partName(part: string, t: (key: keyof typeof oldPermitTexts.texts) => string): string {
  const key = `part_${part}`;
  return key in oldPermitTexts.texts ? t(key as keyof typeof oldPermitTexts.texts) : part;
}
