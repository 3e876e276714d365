import { cardDeskTexts } from '@permit/ui/texts/card-desk-texts.ts';
import { useState, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { hasRole } from '../app/roles-of.ts';
import { useTexts } from '../app/use-texts.ts';
import { BatchPanel } from './batch-panel.tsx';
import { CountPanel } from './count-panel.tsx';
import { DifferencePanel } from './difference-panel.tsx';
import { LanePanel } from './lane-panel.tsx';
import { ReportPanel } from './report-panel.tsx';
import { ReturnedPanel } from './returned-panel.tsx';
import { ShipmentPanel } from './shipment-panel.tsx';
import { TrayPanel } from './tray-panel.tsx';
import { UncollectedPanel } from './uncollected-panel.tsx';

/** Everything that is plastic at a centre: what is printed, what lies on the shelf, what is left in the boxes. */
export function CardDeskPage(): ReactElement {
  const { who } = useApp();
  const t = useTexts(cardDeskTexts);
  /** A card that comes back to the shelf is fetched anew by the list of the shelf. */
  const [turn, setTurn] = useState(0);
  const isHead = Boolean(who && hasRole(who, 'centre-supervisor'));
  return (
    <Page title={t('title')} wide>
      <LanePanel isHead={isHead} />
      <BatchPanel isHead={isHead} />
      <TrayPanel />
      <UncollectedPanel key={turn} />
      <ReturnedPanel isHead={isHead} onDone={() => setTurn(turn + 1)} />
      <ShipmentPanel />
      <CountPanel isHead={isHead} />
      {isHead && <DifferencePanel />}
      {isHead && <ReportPanel />}
    </Page>
  );
}
