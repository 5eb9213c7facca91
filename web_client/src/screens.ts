/** Screens by their folder, each fetched when it is first needed. */
import type { Job } from './api';
import { ROUTES, type Route } from './routes';
import type { Screen } from './ui';
import { loadSentences } from './ui/ProblemNotice';
import { need } from './words';

/** `forLater` fetches what the folder's screens need besides themselves when there is no internet. */
export type Folder = Record<string, Screen> & { forLater?: () => Promise<void> };
const folders = import.meta.glob<Folder>([
  './my_passphrase/index.ts',
  './notices/index.ts',
  './child_home/index.ts',
  './my_chair/index.ts',
  './my_views/index.ts',
  './who_has_seen/index.ts',
  './contribute/index.ts',
  './phone/index.ts',
  './shared_with_me/index.ts',
  './talk/index.ts',
  './unsafe/index.ts',
  './my_meeting/index.ts',
  './decided/index.ts',
  './live/index.ts',
  './actions/index.ts',
]);

/** Those who come to no page of the desk. */
const ELSEWHERE: Job[] = ['child', 'carer', 'parent', 'professional'];
let desk: typeof import('./desk_routes') | null = null;

/** The addresses of the desk are no part of a child's first page. */
export async function fetchRoutes(job: Job): Promise<void> {
  if (!ELSEWHERE.includes(job)) desk ??= await import('./desk_routes');
}

/** Null where they could not be fetched. */
export function routesOf(job: Job): Route[] | null {
  if (!desk && !ELSEWHERE.includes(job)) return null;
  return [...ROUTES, ...(desk?.DESK_ROUTES ?? [])].filter(route => route.jobs.includes(job));
}

/** Fetches every screen that someone with this job can come to, so that it is here without internet. */
export async function keepScreens(job: Job): Promise<void> {
  const mine = routesOf(job) ?? [];
  const help = import('./ui/HelpLines');
  await Promise.all([
    help,
    loadSentences(),
    ...mine.map(screenOf),
    need(...mine.flatMap(route => route.words)),
  ]);
  const opened = await Promise.all(mine.map(folderOf));
  await Promise.all([...new Set(opened)].map(folder => folder?.forLater?.()));
}

export async function screenOf(route: Route): Promise<Screen> {
  const folder = await folderOf(route);
  const screen = folder?.[route.screen];
  if (!screen) throw new Error(`${route.folder} has no ${route.screen}`);
  return screen;
}

function folderOf({ folder }: Route): Promise<Folder> | undefined {
  const path = `./${folder}/index.ts`;
  return (folders[path] ?? desk?.folders[path])?.();
}
