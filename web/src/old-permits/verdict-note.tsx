import { oldPermitTexts } from '@permit/ui/texts/old-permit-texts.ts';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';

type Verdict = Output<'getOldPermitQuestion'>['verdict'];

const TONES = {
  'found-line': 'notice notice-good',
  'proven-by-papers': 'notice notice-good',
  'not-proven': 'notice notice-warn',
} as const;

/** What an officer has answered, or that nobody has yet. */
export function VerdictNote({ verdict }: { readonly verdict: Verdict }): ReactElement {
  const { language } = useApp();
  const t = useTexts(oldPermitTexts);
  if (!verdict) return <p className="notice">{t('notYet')}</p>;
  return (
    <div className={TONES[verdict.verdict]}>
      <p>
        <strong>
          {t('decided', { verdict: t(verdict.verdict), when: formatInstant(verdict.decidedAt, language) })}
        </strong>
      </p>
      {verdict.note && <p>{t('note', { note: verdict.note })}</p>}
    </div>
  );
}

/** The same on the screen of whoever decides the case, with the way to the evidence. */
export function OldPermitOfCase({ applicationId }: { readonly applicationId: string }): ReactElement | null {
  const { api } = useApp();
  const t = useTexts(oldPermitTexts);
  const { value } = useLoad(`old permit of ${applicationId}`, () =>
    api.call('getOldPermitQuestion', { applicationId }),
  );
  if (!value) return null;
  return (
    <section className="evidence">
      <h2>{t('title')}</h2>
      <VerdictNote verdict={value.verdict} />
      <Link className="button" href={`/office/old-permits/${applicationId}`}>
        {t('look')}
      </Link>
    </section>
  );
}
