import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { ToneMark } from '@permit/ui/state-badge.tsx';
import { Table } from '@permit/ui/table.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { lifecycleOfficeTexts } from '@permit/ui/texts/lifecycle-office-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { hasRole } from '../app/roles-of.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { useItemName } from '../filing/use-item-name.ts';
import { Document } from '../office/document.tsx';
import { DecideDialog } from './decide-dialog.tsx';

type Correction = Output<'listCorrections'>['corrections'][number];
type Value = Correction['changes'][number]['value'];

/** The correction desk: what stands there, what is asked for, and the paper that shows it, side by side. */
export function CorrectionsPage(): ReactElement {
  const { api } = useApp();
  const t = useTexts(lifecycleOfficeTexts);
  const f = useTexts(frameTexts);
  const { value, problem, reload } = useLoad('corrections', () =>
    api.call('listCorrections', { state: 'asked' }),
  );
  return (
    <Page title={t('corrections')} wide>
      <ProblemNote problem={problem} onRetry={reload} />
      {!value && !problem && <Skeleton label={f('loading')} />}
      {value?.corrections.length === 0 && <EmptyState text={t('noCorrections')} />}
      {value?.corrections.map((correction) => (
        <CorrectionCard key={correction.correctionId} correction={correction} onDone={reload} />
      ))}
    </Page>
  );
}

const inWords = (value: Value | undefined): string =>
  value === undefined ? '—' : typeof value === 'string' ? value : value.date || value.precision;

function CorrectionCard(props: {
  readonly correction: Correction;
  readonly onDone: () => void;
}): ReactElement {
  const { correction, onDone } = props;
  const { language } = useApp();
  const t = useTexts(lifecycleOfficeTexts);
  const itemName = useItemName();
  const { permitNo, evidenceDocumentId } = correction;
  return (
    <section className="evidence" aria-label={permitNo}>
      <h2>{permitNo}</h2>
      <p className="quiet">
        {t(`source_${correction.source}`)} · {t('due')} {formatDay(correction.dueAt, language)}
      </p>
      <div className="office">
        <div>
          <Table
            caption={t('corrections')}
            rows={correction.changes}
            keyOf={({ field }) => field}
            columns={[
              { head: t('field'), cell: ({ field }) => itemName(field) },
              { head: t('before'), cell: ({ before }) => inWords(before) },
              { head: t('after'), cell: ({ value }) => <strong>{inWords(value)}</strong> },
            ]}
          />
          <p>{correction.note}</p>
          <p>
            {correction.printed && <ToneMark tone="warn" />}
            {correction.printed ? t('onCard') : t('notOnCard')}
          </p>
          {correction.reprintWanted && <p>{t('wantsCard')}</p>}
        </div>
        <div>
          <h3>{t('evidence')}</h3>
          {evidenceDocumentId ? (
            <Document document={evidenceOf(evidenceDocumentId)} />
          ) : (
            <p>{t('noEvidence')}</p>
          )}
        </div>
      </div>
      <Decide correction={correction} onDone={onDone} />
    </section>
  );
}

/** What the list of papers would say of it; the desk shows the paper itself. */
const evidenceOf = (documentId: string) => ({
  documentId,
  kind: 'passport',
  mime: '',
  bytes: 0,
  addedAt: '',
});

function Decide({
  correction,
  onDone,
}: {
  readonly correction: Correction;
  readonly onDone: () => void;
}): ReactElement | null {
  const { api, who } = useApp();
  const t = useTexts(lifecycleOfficeTexts);
  const [granted, setGranted] = useState<boolean>();
  if (!who || !hasRole(who, 'registrar')) return null;
  const { correctionId } = correction;
  return (
    <>
      <div className="actions">
        <Button look="primary" onClick={() => setGranted(true)}>
          {t('grantCorrection')}
        </Button>
        <Button look="danger" onClick={() => setGranted(false)}>
          {t('refuseCorrection')}
        </Button>
      </div>
      {granted !== undefined && (
        <DecideDialog
          title={granted ? t('grantCorrection') : t('refuseCorrection')}
          means={granted ? t('means_grant') : t('means_refuse')}
          act={`correction ${correctionId} ${granted}`}
          danger={!granted}
          onClose={() => setGranted(undefined)}
          onDecide={(reason) => api.call('decideCorrection', { correctionId, granted, reason })}
          onDone={onDone}
        />
      )}
    </>
  );
}
