/** Which screen stands at which address, for whom. Each folder is fetched when it is first needed. */
import type { Job } from './api';
import type { Screen } from './ui';
import { loadSentences } from './ui/ProblemNotice';
import { need, type Part } from './words';

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
]);
const folders = import.meta.glob<Folder>(
  './{my_passphrase,notices,child_home,my_chair,my_views,who_has_seen,contribute,today,inbox,away,caseload,summary,plan,child_page,cards,phone,circle,release,shared_with_me,proof,staff,talk,unsafe,my_meeting,meeting_plan,decided,letter,holding,midpoint,record,distribution,outcomes,actions}/index.ts',
);

export type Route = {
  path: string;
  jobs: readonly Job[];
  folder: string;
  screen: string;
  words: Part[];
};

const CHILD = ['child'] as const;
const ADDERS = ['carer', 'parent', 'professional', 'social_worker'] as const;
const STAFF = ['social_worker', 'reviewing_officer', 'service_manager', 'administrator'] as const;
const OFFICERS = ['reviewing_officer'] as const;
const MANAGERS = ['service_manager'] as const;
const DESK = ['reviewing_officer', 'service_manager'] as const;
const OBSERVERS = [...ADDERS, ...OFFICERS] as const;

const EVERYBODY = [...CHILD, ...OBSERVERS, 'service_manager', 'administrator'] as const;

export const ROUTES: Route[] = [
  {
    path: '/my-passphrase',
    jobs: EVERYBODY,
    folder: 'my_passphrase',
    screen: 'MyPassphrase',
    words: ['proof'],
  },
  {
    path: '/notices',
    jobs: EVERYBODY,
    folder: 'notices',
    screen: 'Notices',
    words: ['phone'],
  },
  { path: '/', jobs: CHILD, folder: 'child_home', screen: 'ChildHome', words: ['child'] },
  { path: '/my-chair', jobs: CHILD, folder: 'my_chair', screen: 'MyChair', words: ['child'] },
  { path: '/say/*', jobs: CHILD, folder: 'my_views', screen: 'SayWhatIThink', words: ['child'] },
  { path: '/said', jobs: CHILD, folder: 'my_views', screen: 'WhatISaid', words: ['child'] },
  {
    path: '/meeting/*',
    jobs: CHILD,
    folder: 'my_meeting',
    screen: 'MyMeeting',
    words: ['meeting'],
  },
  {
    path: '/decided/*',
    jobs: CHILD,
    folder: 'decided',
    screen: 'Decided',
    words: ['child', 'decided'],
  },
  {
    path: '/live/:reviewId/:partId',
    jobs: CHILD,
    folder: 'live',
    screen: 'MyLiveMeeting',
    words: ['meeting', 'live'],
  },
  {
    path: '/how-was-it/:reviewId',
    jobs: CHILD,
    folder: 'live',
    screen: 'HowWasIt',
    words: ['live'],
  },
  {
    path: '/live/:reviewId/:partId',
    jobs: [...ADDERS],
    folder: 'live',
    screen: 'InTheMeeting',
    words: ['meeting', 'live'],
  },
  {
    path: '/live/:reviewId/:partId',
    jobs: OFFICERS,
    folder: 'live_desk',
    screen: 'LiveDesk',
    words: ['desk', 'meeting', 'live'],
  },
  {
    path: '/seen',
    jobs: CHILD,
    folder: 'who_has_seen',
    screen: 'WhoHasSeen',
    words: ['child', 'seen'],
  },
  { path: '/now', jobs: CHILD, folder: 'unsafe', screen: 'NotSafe', words: ['talk'] },
  { path: '/ask', jobs: CHILD, folder: 'talk', screen: 'Asks', words: ['talk'] },
  { path: '/talk', jobs: CHILD, folder: 'talk', screen: 'Talk', words: ['talk'] },
  {
    path: '/shared',
    jobs: CHILD,
    folder: 'shared_with_me',
    screen: 'SharedWithMe',
    words: ['child', 'people', 'given'],
  },
  {
    path: '/my-phone',
    jobs: ['child', 'carer', 'parent', 'professional'],
    folder: 'phone',
    screen: 'MyPhone',
    words: ['phone'],
  },
  { path: '/', jobs: ADDERS, folder: 'contribute', screen: 'MyReviews', words: ['people'] },
  {
    path: '/shared/:reviewId',
    jobs: ADDERS,
    folder: 'shared_with_me',
    screen: 'SharedWithMe',
    words: ['people', 'child', 'given'],
  },
  {
    path: '/to-do',
    jobs: ADDERS,
    folder: 'actions',
    screen: 'Actions',
    words: ['people'],
  },
  {
    path: '/talk/:childId',
    jobs: ADDERS,
    folder: 'talk',
    screen: 'Talk',
    words: ['people', 'talk'],
  },
  {
    path: '/add/:reviewId/*',
    jobs: OBSERVERS,
    folder: 'contribute',
    screen: 'Contribute',
    words: ['people', 'child'],
  },
  { path: '/', jobs: OFFICERS, folder: 'today', screen: 'Today', words: ['desk'] },
  { path: '/inbox', jobs: OFFICERS, folder: 'inbox', screen: 'Inbox', words: ['desk'] },
  {
    path: '/children/:childId/talk/:personId',
    jobs: OFFICERS,
    folder: 'inbox',
    screen: 'Talk',
    words: ['desk'],
  },
  { path: '/away', jobs: OFFICERS, folder: 'away', screen: 'Away', words: ['desk'] },
  { path: '/', jobs: ['service_manager'], folder: 'caseload', screen: 'Caseload', words: ['desk'] },
  { path: '/caseload', jobs: DESK, folder: 'caseload', screen: 'Caseload', words: ['desk'] },
  {
    path: '/children/:childId',
    jobs: DESK,
    folder: 'child_page',
    screen: 'ChildPage',
    words: ['desk'],
  },
  {
    path: '/children/:childId/disputes',
    jobs: OFFICERS,
    folder: 'disputes',
    screen: 'Disputes',
    words: ['desk'],
  },
  { path: '/returns', jobs: MANAGERS, folder: 'returns', screen: 'Returns', words: ['desk'] },
  {
    path: '/children/:childId/circle',
    jobs: DESK,
    folder: 'circle',
    screen: 'Circle',
    words: ['desk'],
  },
  {
    path: '/children/:childId/seen-by/:personId',
    jobs: OFFICERS,
    folder: 'circle',
    screen: 'SeenBy',
    words: ['desk', 'people', 'child', 'given'],
  },
  {
    path: '/children/:childId/cards/:personId',
    jobs: DESK,
    folder: 'cards',
    screen: 'IssueCard',
    words: ['desk'],
  },
  {
    path: '/reviews/:reviewId/summary',
    jobs: OFFICERS,
    folder: 'summary',
    screen: 'Summary',
    words: ['desk', 'people', 'child'],
  },
  { path: '/', jobs: ['administrator'], folder: 'staff', screen: 'StaffList', words: ['proof'] },
  {
    path: '/staff',
    jobs: ['service_manager', 'administrator'],
    folder: 'staff',
    screen: 'StaffList',
    words: ['proof'],
  },
  { path: '/signing-in', jobs: STAFF, folder: 'proof', screen: 'SigningIn', words: ['proof'] },
  {
    path: '/reviews/:reviewId/for-a-reason',
    jobs: ['service_manager'],
    folder: 'summary',
    screen: 'SummaryForAReason',
    words: ['desk', 'people', 'child'],
  },
  {
    path: '/reviews/:reviewId/share',
    jobs: OFFICERS,
    folder: 'release',
    screen: 'Release',
    words: ['desk', 'people', 'child', 'given'],
  },
  {
    path: '/reviews/:reviewId/distribution',
    jobs: OFFICERS,
    folder: 'distribution',
    screen: 'Distribution',
    words: ['desk', 'people', 'child', 'given'],
  },
  {
    path: '/reviews/:reviewId/letter',
    jobs: OFFICERS,
    folder: 'letter',
    screen: 'Letter',
    words: ['desk', 'people', 'child', 'given'],
  },
  {
    path: '/reviews/:reviewId/releases/:releaseId',
    jobs: DESK,
    folder: 'release',
    screen: 'AgreeRelease',
    words: ['desk', 'people', 'child', 'given'],
  },
  {
    path: '/reviews/:reviewId/plan',
    jobs: OFFICERS,
    folder: 'plan',
    screen: 'Plan',
    words: ['desk', 'people', 'child'],
  },
  {
    path: '/reviews/:reviewId/days',
    jobs: OFFICERS,
    folder: 'holding',
    screen: 'ReviewDays',
    words: ['desk'],
  },
  {
    path: '/children/:childId/midpoint',
    jobs: OFFICERS,
    folder: 'midpoint',
    screen: 'Midpoint',
    words: ['desk'],
  },
  {
    path: '/reviews/:reviewId/outcomes',
    jobs: OFFICERS,
    folder: 'outcomes',
    screen: 'Outcomes',
    words: ['desk', 'people', 'child'],
  },
  {
    path: '/reviews/:reviewId/meeting',
    jobs: OFFICERS,
    folder: 'meeting_plan',
    screen: 'MeetingPlan',
    words: ['desk'],
  },
  {
    path: '/reviews/:reviewId/record',
    jobs: OFFICERS,
    folder: 'record',
    screen: 'ReviewRecord',
    words: ['desk', 'people', 'child'],
  },
];

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
