import { Button } from '@permit/ui/button.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { lazy, Suspense, type ReactElement } from 'react';
import { useTexts } from '../app/use-texts.ts';
import type { StepProps } from './filing-page.tsx';
import { PaperUpload } from './paper-upload.tsx';
import { papersOf } from './service.ts';
import { usePaperName } from './use-item-name.ts';

// Most drafts cite nothing: who does not, does not load its words.
const CitedInDraft = lazy(() =>
  import('./cited-in-draft.tsx').then(({ CitedInDraft: component }) => ({ default: component })),
);

/** Every paper that this draft is asked for, with what is there already. */
export function DocumentsStep(props: StepProps): ReactElement {
  const { applicationId, service, saved, documents, onReload, onNext } = props;
  const t = useTexts(portalTexts);
  const f = useTexts(frameTexts);
  const paperName = usePaperName();
  return (
    <>
      <p>{t('documentsHow')}</p>
      {papersOf(service, saved.draft).map(({ key, rule }) => {
        const given = documents.filter(({ kind }) => (rule.anyOf as readonly string[]).includes(kind));
        const cited = props.dossier.find(({ demand }) => demand === key);
        const upload = (
          <PaperUpload applicationId={applicationId} rule={rule} fields={service.fields} onAdded={onReload} />
        );
        const optional = rule.strength === 'optional' ? ` (${f('optional')})` : '';
        return (
          <section className="paper" key={key} aria-label={paperName(rule.anyOf)}>
            {given.length > 0 && (
              <p>
                <StateBadge tone="good" word={`${t('attached')} (${given.length})`} />
              </p>
            )}
            {cited ? (
              <Suspense fallback={<Skeleton label={f('loading')} rows={1} />}>
                <CitedInDraft paper={cited}>{upload}</CitedInDraft>
              </Suspense>
            ) : (
              upload
            )}
            {optional && <p className="quiet">{optional}</p>}
          </section>
        );
      })}
      <div className="actions">
        <Button look="primary" onClick={onNext}>
          {f('continue')}
        </Button>
      </div>
    </>
  );
}
