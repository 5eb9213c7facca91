/** The frame of a page that is made of all my words: waiting, nothing yet, hidden, or from the last visit. */
import type { ComponentChildren } from 'preact';
import type { Everything } from '../api/decided';
import { Notice, Page, ProblemNotice, Skeleton } from '../ui';
import { t } from '../words';
import { ShowWords } from './ShowWords';
import { showEverything, useEverything } from './use_everything';

type Props = {
  title: string;
  lead: string;
  children: (all: Everything) => ComponentChildren;
};

export function WithMyWords({ title, lead, children }: Props) {
  const all = useEverything();
  return (
    <Page title={title} lead={lead} back={{ to: '/decided', label: t('What we decided') }}>
      {all.state === 'loading' && <Skeleton lines={4} tall />}
      {all.state === 'problem' && <ProblemNotice problem={all.problem} onRetry={all.again} />}
      {all.keptAt && <Notice tone="care">{t('No internet. This is from your last visit.')}</Notice>}
      {all.value?.hidden && <ShowWords show={showEverything} />}
      {all.value && !all.value.hidden && children(all.value)}
    </Page>
  );
}
