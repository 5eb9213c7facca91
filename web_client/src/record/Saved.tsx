/** Where the IRO's words are: on this page alone, on their way, or saved. */
import { Button, ProblemNotice, Status } from '../ui';
import { formatTime, t } from '../words';
import type { Writing } from './writing';

export function Saved({ writing }: { writing: Writing }) {
  return (
    <div class="record__saved no-print">
      <Status>{saysWhere(writing)}</Status>
      {writing.unsaved && (
        <Button kind="quiet" busy={writing.saving} onClick={() => void writing.saveNow()}>
          {t('Save now')}
        </Button>
      )}
      {writing.problem && (
        <ProblemNotice problem={writing.problem} onRetry={() => void writing.saveNow()} />
      )}
    </div>
  );
}

function saysWhere({ saving, unsaved, saved, problem }: Writing): string {
  if (problem && unsaved) return t('Not saved yet. Keep this page open.');
  if (saving) return t('Saving…');
  if (unsaved) return t('You are writing. It saves by itself.');
  if (!saved) return t('Nothing is written yet. What you write saves by itself.');
  return t('Saved at {time} by {name}.', { time: formatTime(saved.at), name: saved.name });
}
