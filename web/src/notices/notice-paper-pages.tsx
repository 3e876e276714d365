import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { PaperPages } from '../office/paper-pages.tsx';
import type { Notice } from './notice-page.tsx';

/** The pages of one paper of a notice, for its filer and its officers. */
export function NoticePaperPages(props: {
  readonly noticeId: string;
  readonly paper: Notice['papers'][number];
  readonly name: string;
}): ReactElement {
  const { noticeId, name } = props;
  const { paperId } = props.paper;
  const { api } = useApp();
  return (
    <PaperPages
      paper={paperId}
      name={name}
      links={() => api.call('linkNoticePaper', { noticeId, paperId })}
    />
  );
}
