/** Screens by their folder, each fetched when it is first needed. */
import type { Job } from './api';
import { ROUTES, type Route } from './routes';
import type { Screen } from './ui';
import { loadSentences } from './ui/ProblemNotice';
import { need } from './words';

/** `forLater` fetches what the folder's screens need besides themselves when there is no internet. */
type Folder = Record<string, Screen> & { forLater?: () => Promise<void> };
const folders = import.meta.glob<Folder>([
  './my_passphrase/index.ts',
  './notices/index.ts',
  './child_home/index.ts',
  './my_chair/index.ts',
  './my_views/index.ts',
  './who_has_seen/index.ts',
  './contribute/index.ts',
  './today/index.ts',
  './inbox/index.ts',
  './away/index.ts',
  './caseload/index.ts',
  './summary/index.ts',
  './plan/index.ts',
  './child_page/index.ts',
  './cards/index.ts',
  './phone/index.ts',
  './circle/index.ts',
  './release/index.ts',
  './shared_with_me/index.ts',
  './proof/index.ts',
  './staff/index.ts',
  './talk/index.ts',
  './unsafe/index.ts',
  './my_meeting/index.ts',
  './meeting_plan/index.ts',
  './decided/index.ts',
  './letter/index.ts',
  './holding/index.ts',
  './midpoint/index.ts',
  './record/index.ts',
  './live/index.ts',
  './live_desk/index.ts',
  './distribution/index.ts',
  './disputes/index.ts',
  './returns/index.ts',
  './outcomes/index.ts',
  './actions/index.ts',
]);

/** Fetches every screen that someone with this job can come to, so that it is here without internet. */
export async function keepScreens(job: Job): Promise<void> {
  const mine = ROUTES.filter(route => route.jobs.includes(job));
  const help = import('./ui/HelpLines');
  await Promise.all([
    help,
    loadSentences(),
    ...mine.map(screenOf),
    need(...mine.flatMap(route => route.words)),
  ]);
  const opened = await Promise.all(mine.map(route => folders[`./${route.folder}/index.ts`]?.()));
  await Promise.all([...new Set(opened)].map(folder => folder?.forLater?.()));
}

export async function screenOf(route: Route): Promise<Screen> {
  const folder = await folders[`./${route.folder}/index.ts`]?.();
  const screen = folder?.[route.screen];
  if (!screen) throw new Error(`${route.folder} has no ${route.screen}`);
  return screen;
}
