import { Button } from '@permit/ui/button.tsx';
import { permitOrderOfficeTexts } from '@permit/ui/texts/permit-order-office-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { hasRole } from '../app/roles-of.ts';
import { useTexts } from '../app/use-texts.ts';
import { DecideDialog } from '../lifecycle/decide-dialog.tsx';

type Request = Output<'listPermitEnds'>['requests'][number];

/** Who asks for the end of which permit, and why; the registrar decides. */
export function EndRequestCard({
  request,
  onDone,
}: {
  readonly request: Request;
  readonly onDone: () => void;
}): ReactElement {
  const { api, who, language } = useApp();
  const t = useTexts(permitOrderOfficeTexts);
  const [granted, setGranted] = useState<boolean>();
  const { requestId, permitNo, side, noticeNo, words, dueAt } = request;
  const decides = who && hasRole(who, 'registrar');
  return (
    <section className="evidence" aria-label={permitNo}>
      <h3>{permitNo}</h3>
      <p className="quiet">
        {t(`askedBy_${side}`)}
        {noticeNo && ` · ${t('notice', { no: noticeNo })}`}
        {dueAt && ` · ${t('due', { date: formatDay(dueAt, language) })}`}
      </p>
      <p>{words}</p>
      {decides && (
        <div className="actions">
          <Button look="danger" onClick={() => setGranted(true)}>
            {t('grant')}
          </Button>
          <Button onClick={() => setGranted(false)}>{t('refuse')}</Button>
        </div>
      )}
      {granted !== undefined && (
        <DecideDialog
          title={granted ? t('grant') : t('refuse')}
          means={granted ? t('means_grant') : t('means_refuse')}
          act={`permit end ${requestId} ${granted}`}
          danger={granted}
          onClose={() => setGranted(undefined)}
          onDecide={(reason) => api.call('decidePermitEnd', { requestId, granted, words: reason })}
          onDone={onDone}
        />
      )}
    </section>
  );
}
