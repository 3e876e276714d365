import { useState } from 'react';
import type { Language } from '@permit/domain/texts/text.ts';
import { useStation } from '../station-state.tsx';
import { Banners } from './banners.tsx';
import { CaptureDesk } from './capture-desk.tsx';
import { ClerkLanguage, useClerkText } from './clerk-language.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { ProblemBar } from './problem-bar.tsx';
import { QueueView } from './queue-view.tsx';
import { EnrolForm, SignInForm } from './sign-in-forms.tsx';
import { StationPanel } from './station-panel.tsx';
import { TrayView } from './tray-view.tsx';
import { VisitList } from './visit-list.tsx';

/** The desk of the clerk: sign in, today's tickets, the open capture, hand-over, what was sealed. */
export function ClerkScreen() {
  const [language, setLanguage] = useState<Extract<Language, 'th' | 'en'>>('th');
  return (
    <ClerkLanguage value={language}>
      <div className="clerk" lang={language}>
        <Banners />
        <header className="clerk-head">
          <StationPanel />
          <button onClick={() => setLanguage(language === 'th' ? 'en' : 'th')}>
            {language === 'th' ? 'English' : 'ไทย'}
          </button>
        </header>
        <ProblemBar />
        <main>
          <Desk />
        </main>
      </div>
    </ClerkLanguage>
  );
}

function Desk() {
  const { station, capture } = useStation();
  const [handOver, setHandOver] = useState<string>();
  const text = useClerkText();
  if (!station) return <div className="skeleton" aria-busy="true" />;
  if (!station.enrolled) return <EnrolForm />;
  if (!station.operator) return <SignInForm />;
  if (capture) return <CaptureDesk capture={capture} />;
  if (handOver !== undefined)
    return <HandOverForm visitId={handOver} onClose={() => setHandOver(undefined)} />;
  return (
    <div className="desk">
      <section aria-label={text('tickets')}>
        <VisitList onHandOver={setHandOver} />
      </section>
      <section aria-label={text('queue')}>
        <TrayView />
        <QueueView />
      </section>
    </div>
  );
}
