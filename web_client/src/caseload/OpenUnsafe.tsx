/** The council's children who said that they do not feel safe: for a manager, over everything else. */
import { useLoaded } from '../api';
import { inboxApi } from '../api/inbox';
import { UnsafeReports } from '../desk/UnsafeReports';
import { ProblemNotice } from '../ui';
import { useLookingAgain } from '../ui/looking_again';

export function OpenUnsafe() {
  const loaded = useLoaded(() => inboxApi.unsafe(), []);
  useLookingAgain(loaded.again);
  if (loaded.problem) return <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />;
  return <UnsafeReports reports={loaded.value?.reports ?? []} onChanged={loaded.again} />;
}
