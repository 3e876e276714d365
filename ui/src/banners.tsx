import type { ReactElement } from 'react';

/** Shown while the device has no network. */
export function OfflineBanner({ text }: { readonly text: string }): ReactElement {
  return (
    <div className="banner banner-offline" role="status">
      {text}
    </div>
  );
}

/** On every screen of a demonstration: what is simulated, and the declared clock where one runs. */
export function DemoBanner({ texts }: { readonly texts: readonly string[] }): ReactElement | null {
  if (texts.length === 0) return null;
  return <div className="banner">{texts.join(' · ')}</div>;
}
