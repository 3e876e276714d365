import { Button } from '@permit/ui/button.tsx';
import { hiringTexts } from '@permit/ui/texts/hiring-texts.ts';
import type { ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { useTexts } from '../app/use-texts.ts';
import { saveFile } from '../money/save-file.ts';
import { AnswerBadge, toneOfAnswer } from '../scan/answer-badge.tsx';

type Proof = Output<'proveCheck'>;

/** The answer, and what was signed about it: saved as text, or printed. */
export function ProofCard({
  proof,
  onAnother,
}: {
  readonly proof: Proof;
  /** Absent where there is no other card to check. */
  readonly onAnother?: () => void;
}): ReactElement {
  const { language } = useApp();
  const t = useTexts(hiringTexts);
  const save = (): void =>
    saveFile(
      `check-${proof.permitNo}.txt`,
      new Blob([proofText(proof)], { type: 'text/plain;charset=utf-8' }),
    );
  return (
    <section className="case-card">
      <AnswerBadge answer={proof.answer} />
      {toneOfAnswer(proof.answer) === 'bad' && <p className="notice notice-bad">{t('mustNotHire')}</p>}
      <h2>{t('proof')}</h2>
      <dl className="facts">
        <dt>{t('permitNo')}</dt>
        <dd>{proof.permitNo}</dd>
        <dt>{t('checkedAt')}</dt>
        <dd>{formatInstant(proof.checkedAt, language)}</dd>
        <dt>{t('listOf')}</dt>
        <dd>{formatInstant(proof.listIssuedAt, language)}</dd>
        <dt>{t('proofNo')}</dt>
        <dd>{proof.proofId}</dd>
      </dl>
      <p>{t('compare')}</p>
      <p className="quiet">{t('signed', { key: proof.keyId })}</p>
      <code className="code-text">{proof.signature}</code>
      <div className="actions">
        <Button look="primary" onClick={save}>
          {t('save')}
        </Button>
        <Button onClick={() => print()}>{t('print')}</Button>
        {onAnother && <Button onClick={onAnother}>{t('another')}</Button>}
      </div>
    </section>
  );
}

/** What was signed, as it was signed, with the signature beneath. */
export function proofText({ statement, keyId, signature }: Proof): string {
  return `${statement}\n\nkey ${keyId}\nsignature ${signature}\n`;
}
