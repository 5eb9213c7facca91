/** "Split this review": who would sit in which part, and one press that makes the parts. */
import { useState } from 'preact/hooks';
import type { PlannedReview } from '../api';
import { Button, Dialog, Notice } from '../ui';
import { formatList, t, tn } from '../words';
import type { Planning } from './planning';
import { groupsOf, splitInto } from './split';
import './splitting.css';

export function SplitReview({ planning, review }: { planning: Planning; review: PlannedReview }) {
  const [open, setOpen] = useState(false);
  const groups = groupsOf(review);
  if (planning.parts.length > 1 || groups.length < 2) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('Split this review')}</Button>
      <Dialog title={t('Split this review')} open={open} onClose={() => setOpen(false)}>
        <div class="stack">
          <p>
            {t(
              'Each part has its own time, place and agenda. Nobody in one part learns that there is another.',
            )}
          </p>
          <ol class="split">
            {groups.map(group => (
              <li key={group.key}>
                {formatList(
                  group.people.map(one => one.name),
                  'conjunction',
                )}
              </li>
            ))}
          </ol>
          <Notice>{t('You can change who sits where before you save.')}</Notice>
          <Button
            kind="main"
            onClick={() => {
              planning.replace(splitInto(groups, planning.parts, t('Review meeting')));
              setOpen(false);
            }}
          >
            {tn('Make {n} part', 'Make {n} parts', groups.length)}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
