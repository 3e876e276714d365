import { Button } from '@permit/ui/button.tsx';
import { Dialog } from '@permit/ui/dialog.tsx';
import { adminTexts } from '@permit/ui/texts/admin-texts.ts';
import type { ReactElement } from 'react';
import { useTexts } from '../app/use-texts.ts';
import { QrPicture } from '../portal/qr-picture.tsx';

export interface NewFactor {
  readonly name: string;
  /** otpauth address; answered once. */
  readonly uri: string;
}

/** The new second factor, for its owner's telephone and nobody else; closing forgets it. */
export function FactorSecret(props: {
  readonly factor: NewFactor;
  readonly onClose: () => void;
}): ReactElement {
  const { factor, onClose } = props;
  const t = useTexts(adminTexts);
  return (
    <Dialog title={t('factorTitle', { name: factor.name })} onClose={onClose}>
      <p className="notice notice-warn">{t('factorScan')}</p>
      <div style={{ maxWidth: '16rem' }}>
        <QrPicture text={factor.uri} label={t('factorScan')} />
      </div>
      <p>
        <code>{new URL(factor.uri).searchParams.get('secret')}</code>
      </p>
      <div className="actions">
        <Button look="primary" onClick={onClose}>
          {t('factorDone')}
        </Button>
      </div>
    </Dialog>
  );
}
