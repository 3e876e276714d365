import { financeTexts } from '@permit/ui/texts/finance-texts.ts';
import type { ReactElement } from 'react';
import { Page } from '../app/page.tsx';
import { useTexts } from '../app/use-texts.ts';
import { ReconciliationSection } from './reconciliation-section.tsx';
import { RefundsSection } from './refunds-section.tsx';
import { SetAsideSection } from './set-aside-section.tsx';

/** The desk of a finance officer: what waits for a person comes first. */
export function FinancePage(): ReactElement {
  const t = useTexts(financeTexts);
  return (
    <Page title={t('finance')} wide>
      <RefundsSection />
      <SetAsideSection />
      <ReconciliationSection />
    </Page>
  );
}
