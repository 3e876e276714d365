import type { UncheckedFinding } from '@permit/domain/checks/dossier-papers.ts';
import { say, type StaffText } from '@permit/domain/texts/text.ts';
import { StateBadge, ToneMark } from '@permit/ui/state-badge.tsx';
import { Button } from '@permit/ui/button.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { officeTexts } from '@permit/ui/texts/office-texts.ts';
import { uncheckedPaperTexts } from '@permit/ui/texts/unchecked-paper-texts.ts';
import { valueAt } from '@permit/domain/catalogue/condition.ts';
import { useState, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { useTexts } from '../app/use-texts.ts';
import { answerWords } from '../filing/answers.tsx';
import { useFindingSentence } from '../filing/findings-list.tsx';
import { fieldsOf } from '../filing/service.ts';
import { OldPermitOfCase } from '../old-permits/verdict-note.tsx';
import { useItemName } from '../filing/use-item-name.ts';
import { CountedFiling } from '../outages/counted-filing.tsx';
import { nameOf } from '../portal/name-of.ts';
import { CaseWords } from './case-words.tsx';
import { CitedPaper } from './cited-paper.tsx';
import { DecisionDialog } from './decision-dialog.tsx';
import { Document } from './document.tsx';
import { DESK_DECISIONS, decisionLabel, type Decision, type Desk } from './lane-of.ts';
import type { TakenCase } from './taken-case.ts';
import { useKeys } from './use-keys.ts';

interface Props {
  readonly desk: Desk;
  readonly taken: TakenCase;
  readonly onDecided: (words: string) => void;
}

/** Evidence side by side: what was typed and what the machine says of it, against the papers. */
export function CaseReview({ desk, taken, onDecided }: Props): ReactElement {
  const { language } = useApp();
  const t = useTexts(officeTexts);
  const [decision, setDecision] = useState<Decision>();
  const may = DESK_DECISIONS[desk];
  useKeys({
    a: () => setDecision('approve'),
    ...(may.includes('return') ? { r: () => setDecision('return') } : {}),
    ...(may.includes('refuse') ? { x: () => setDecision('refuse') } : {}),
  });
  const { detail, leaseUntil, service } = taken;
  return (
    <article aria-label={detail.applicationNo}>
      <h2>
        {detail.applicationNo} · {nameOf(detail.draft, language)}
      </h2>
      <p className="quiet">
        {say(service.names, language)}
        {leaseUntil && ` · ${t('leaseUntil', { time: formatInstant(leaseUntil, language) })}`}
      </p>
      <div className="office">
        <div>
          {detail.countedFiling && <CountedFiling counted={detail.countedFiling} />}
          <CaseWords taken={taken} />
          <Findings taken={taken} />
          {desk !== 'checker' && taken.findings.some(({ code }) => code === 'old-permit-not-found') && (
            <OldPermitOfCase applicationId={detail.applicationId} />
          )}
          <Typed taken={taken} />
        </div>
        <section className="evidence">
          <h2>{t('documents')}</h2>
          {detail.documents.length + detail.dossier.length === 0 && <p>{t('noDocuments')}</p>}
          {detail.documents.map((document) => (
            <Document key={document.documentId} document={document} />
          ))}
          {detail.dossier.map((paper) => (
            <CitedPaper key={paper.demand} paper={paper} />
          ))}
        </section>
      </div>
      <div className="actions decide">
        {may.map((one) => (
          <Button
            key={one}
            look={one === 'approve' ? 'primary' : one === 'refuse' ? 'danger' : 'secondary'}
            onClick={() => setDecision(one)}
          >
            {t(decisionLabel(one, desk))}
          </Button>
        ))}
      </div>
      {decision && (
        <DecisionDialog
          desk={desk}
          decision={decision}
          taken={taken}
          onClose={() => setDecision(undefined)}
          onDecided={onDecided}
        />
      )}
    </article>
  );
}

/** Findings that only those who decide are told. */
const OFFICERS_OWN: Readonly<Record<UncheckedFinding, StaffText>> = uncheckedPaperTexts.texts;

function Findings({ taken }: { readonly taken: TakenCase }): ReactElement {
  const t = useTexts(officeTexts);
  const words = useFindingSentence(taken.service, OFFICERS_OWN);
  return (
    <section className="evidence">
      <h2>{t('findings')}</h2>
      {taken.findings.length === 0 && <StateBadge tone="good" word={t('noFindings')} />}
      <ul>
        {taken.findings.map((finding, index) => (
          <li key={index}>
            <strong>
              {finding.severity !== 'note' && <ToneMark tone="warn" />}
              {words(finding)}
            </strong>
            {finding.overruledBecause && (
              <>
                <br />
                {t('filerSays', { reason: finding.overruledBecause })}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Typed({ taken }: { readonly taken: TakenCase }): ReactElement {
  const { language } = useApp();
  const t = useTexts(officeTexts);
  const f = useTexts(frameTexts);
  const itemName = useItemName();
  const { detail, service, findings } = taken;
  const marked = new Set(findings.map(({ field }) => field));
  return (
    <section className="evidence">
      <h2>{t('draft')}</h2>
      <dl className="facts">
        {fieldsOf(service, detail.draft).map(({ path, rule }) => (
          <div key={path} style={{ display: 'contents' }}>
            <dt>{itemName(path)}</dt>
            <dd>
              {marked.has(path) && <ToneMark tone="warn" />}
              {answerWords(valueAt(detail.draft, path), rule, language) || f('notGiven')}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
