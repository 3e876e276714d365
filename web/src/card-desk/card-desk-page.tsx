import { cardDeskTexts } from '@permit/ui/texts/card-desk-texts.ts';
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { hasRole } from '../app/roles-of.ts';
import { useTexts } from '../app/use-texts.ts';
import { PrintOrders } from '../office/print-orders.tsx';
import { BatchPanel } from './batch-panel.tsx';
import { CountPanel } from './count-panel.tsx';
import { CustodyPanel } from './custody-panel.tsx';
import { DifferencePanel } from './difference-panel.tsx';
import { LanePanel } from './lane-panel.tsx';
import { ReportPanel } from './report-panel.tsx';
import { ReturnedPanel } from './returned-panel.tsx';
import { ShipmentPanel } from './shipment-panel.tsx';
import { StockPanel } from './stock-panel.tsx';
import { TrayPanel } from './tray-panel.tsx';
import { UncollectedPanel } from './uncollected-panel.tsx';

const PARTS = ['finished', 'printing', 'blanks'] as const;
type Part = (typeof PARTS)[number];

/** Everything that is plastic at a centre, in three parts: what is printed, what lies ready, what is left in the boxes. */
export function CardDeskPage({ part }: { readonly part: string | undefined }): ReactElement {
  const { who } = useApp();
  const t = useTexts(cardDeskTexts);
  const isHead = Boolean(who && hasRole(who, 'centre-supervisor'));
  const shown: Part = PARTS.find((one) => one === part) ?? 'finished';
  return (
    <Page title={t('title')} wide>
      <nav className="parts" aria-label={t('title')}>
        {PARTS.map((one) => (
          <Link key={one} href={`/office/cards/${one}`} aria-current={one === shown ? 'page' : undefined}>
            {t(`part_${one}`)}
          </Link>
        ))}
      </nav>
      {shown === 'finished' && <Finished isHead={isHead} />}
      {shown === 'printing' && (
        <>
          <LanePanel isHead={isHead} />
          <PrintOrders />
          <BatchPanel isHead={isHead} />
        </>
      )}
      {shown === 'blanks' && (
        <>
          <CountPanel isHead={isHead} />
          {isHead && <StockPanel />}
          {isHead && <DifferencePanel />}
          {isHead && <ReportPanel />}
          {isHead && <CustodyPanel />}
        </>
      )}
    </Page>
  );
}

function Finished({ isHead }: { readonly isHead: boolean }): ReactElement {
  /** A card that comes back to the shelf is fetched anew by the list of the shelf. */
  const [turn, setTurn] = useState(0);
  return (
    <>
      <TrayPanel />
      <UncollectedPanel key={turn} />
      <ReturnedPanel isHead={isHead} onDone={() => setTurn(turn + 1)} />
      <ShipmentPanel />
    </>
  );
}
