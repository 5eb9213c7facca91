/** Which screen stands at which address, for whom; those of the desk are in desk_routes.ts. */
import type { Job } from './api';
import type { Part } from './words';

export type Route = {
  path: string;
  jobs: readonly Job[];
  folder: string;
  screen: string;
  words: Part[];
};

const CHILD = ['child'] as const;
const ADDERS = ['carer', 'parent', 'professional', 'social_worker'] as const;
const OFFICERS = ['reviewing_officer'] as const;
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
    path: '/live/*',
    jobs: CHILD,
    folder: 'live',
    screen: 'MyLiveMeeting',
    words: ['meeting', 'live'],
  },
  {
    path: '/how-was-it/*',
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
];
