/** The council's children who said that they do not feel safe: for a manager, over everything else. */
import { useEffect } from 'preact/hooks';
import { useLoaded } from '../api';
import { inboxApi } from '../api/inbox';
import { UnsafeReports } from '../desk/UnsafeReports';
import { ProblemNotice } from '../ui';

/** Nobody must have to open the page again to learn of it. */
const LOOK_AGAIN_MS = 60_000;

export function OpenUnsafe() {
  const loaded = useLoaded(() => inboxApi.unsafe(), []);
  useEffect(() => {
    const timer = setInterval(() => !document.hidden && loaded.again(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [loaded.again]);
  if (loaded.problem) return <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />;
  return <UnsafeReports reports={loaded.value?.reports ?? []} onChanged={loaded.again} />;
}
