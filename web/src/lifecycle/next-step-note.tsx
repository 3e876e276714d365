import { estimateTexts } from '@permit/domain/texts/waiting-texts.ts';
import { fill, say } from '@permit/domain/texts/text.ts';
import { lifecycleTexts } from '@permit/ui/texts/lifecycle-texts.ts';
import type { ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { useTexts } from '../app/use-texts.ts';

type Next = Output<'listEvents'>['next'];

/** Who acts next, and when the step will probably be done, with what that rests on. */
export function NextStepNote({ next }: { readonly next: Next }): ReactElement | null {
  const { language } = useApp();
  const t = useTexts(lifecycleTexts);
  if (!next.waitsForWords) return null;
  const { estimate } = next;
  return (
    <dl className="facts">
      <dt>{t('whoActs')}</dt>
      <dd>{next.waitsForWords}</dd>
      {estimate && (
        <>
          <dt>{t('whenProbably')}</dt>
          <dd>
            {fill(say(estimateTexts.texts[estimate.kind], language), {
              cases: estimate.cases,
              ...(estimate.kind === 'range'
                ? { from: formatDay(estimate.from, language), to: formatDay(estimate.to, language) }
                : {}),
            })}
          </dd>
        </>
      )}
    </dl>
  );
}
