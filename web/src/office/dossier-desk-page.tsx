import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { dossierOfficeTexts } from '@permit/ui/texts/dossier-office-texts.ts';
import { dossierTexts } from '@permit/ui/texts/dossier-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { peopleTexts } from '@permit/ui/texts/people-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { useItemName } from '../filing/use-item-name.ts';
import { CheckPaper } from './check-paper.tsx';
import { PaperPages } from './paper-pages.tsx';

type Paper = Output<'listDossier'>['papers'][number];

/** Papers of employers' dossiers that wait, oldest first; each is looked at by its pages and decided beside them. */
export function DossierDeskPage(): ReactElement {
  const { api } = useApp();
  const t = useTexts(dossierOfficeTexts);
  const f = useTexts(frameTexts);
  const { value, problem, reload } = useLoad('dossier-desk', () => api.call('listDossier', {}));
  const [open, setOpen] = useState<string>();
  const [done, setDone] = useState('');
  const papers = value?.papers ?? [];
  const next = (words: string): void => {
    setDone(words);
    setOpen(undefined);
    reload();
  };
  return (
    <Page title={t('title')} back="/office/lane" wide>
      <p>{t('how')}</p>
      <ProblemNote problem={problem} onRetry={reload} />
      <p role="status">{done}</p>
      {!value && !problem && <Skeleton label={f('loading')} />}
      {value && papers.length === 0 && <EmptyState text={t('none')} />}
      {papers.length > 0 && <p className="quiet">{t('waits', { count: papers.length })}</p>}
      {papers.map((paper) => (
        <WaitingPaper
          key={paper.paperId}
          paper={paper}
          open={open === paper.paperId}
          onOpen={() => setOpen(paper.paperId)}
          onDone={next}
        />
      ))}
    </Page>
  );
}

function WaitingPaper(props: {
  readonly paper: Paper;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onDone: (words: string) => void;
}): ReactElement {
  const { paper, open, onOpen, onDone } = props;
  const { api } = useApp();
  const t = useTexts(dossierOfficeTexts);
  const name = useItemName()(`documents.${paper.kind}`);
  const { paperId } = paper;
  return (
    <section className="evidence" aria-label={`${name} ${paper.employer.name}`}>
      <h2>
        {name} · {paper.employer.name || paper.employer.partyId}
      </h2>
      <PaperFacts paper={paper} />
      {!open && (
        <Button look="primary" onClick={onOpen}>
          {t('open')}
          <span className="hidden-words"> {name}</span>
        </Button>
      )}
      {open && (
        <div className="office">
          <figure>
            <PaperPages
              paper={paperId}
              name={name}
              links={() => api.call('linkDossierPaper', { paperId, purpose: 'review' })}
            />
          </figure>
          <CheckPaper paper={paper} onDone={onDone} />
        </div>
      )}
    </section>
  );
}

/** What its filer said of it. */
function PaperFacts({ paper }: { readonly paper: Paper }): ReactElement {
  const { language } = useApp();
  const t = useTexts(dossierOfficeTexts);
  const d = useTexts(dossierTexts);
  const p = useTexts(peopleTexts);
  const day = (instant: string): string => formatDay(instant, language);
  const { label, ownLastDay, attorney } = paper;
  const facts = [
    d('version', { version: paper.version }),
    ...(label ? [label] : []),
    t('addedOn', { date: day(paper.addedAt) }),
    ...(ownLastDay ? [t('ownLastDay', { date: day(ownLastDay) })] : []),
    ...(attorney
      ? [
          t('attorney', {
            from: day(attorney.from),
            until: day(attorney.until),
            baht: attorney.stampDutySatang / 100,
            acts: attorney.acts.map((act) => p(`act_${act}`)).join(', '),
          }),
        ]
      : []),
  ];
  return <p>{facts.join(' · ')}</p>;
}
