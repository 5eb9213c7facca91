/** Who to ring when it cannot wait. Checked numbers only; a test fails when a check is older than six months. */
import { t } from '../words';

export type Nation = 'england' | 'wales';
export type HelpLine = {
  key: string;
  name: string;
  nations: Nation[];
  phone?: string;
  text?: { number: string; say?: string };
  checked_on: string;
};

export const HELP_LINES: HelpLine[] = [
  {
    key: 'emergency',
    name: '999',
    nations: ['england', 'wales'],
    phone: '999',
    checked_on: '2026-11-21',
  },
  {
    key: 'childline',
    name: 'Childline',
    nations: ['england', 'wales'],
    phone: '0800 1111',
    checked_on: '2026-11-21',
  },
  {
    key: 'meic',
    name: 'Meic',
    nations: ['wales'],
    phone: '080880 23456',
    text: { number: '84001' },
    checked_on: '2026-11-21',
  },
  {
    key: 'samaritans',
    name: 'Samaritans',
    nations: ['england', 'wales'],
    phone: '116 123',
    checked_on: '2026-11-21',
  },
  {
    key: 'shout',
    name: 'Shout',
    nations: ['england', 'wales'],
    text: { number: '85258', say: 'SHOUT' },
    checked_on: '2026-11-21',
  },
];

export function helpLinesFor(nation: Nation | null): HelpLine[] {
  return HELP_LINES.filter(line => nation === null || line.nations.includes(nation));
}

export function aboutHelpLine(key: string): string {
  const about: Record<string, string> = {
    emergency: t('If you or someone else is in danger now.'),
    childline: t(
      'Talk about anything, day or night. It is free. It will not show on the phone bill.',
    ),
    meic: t(
      'For young people in Wales, in Welsh or English. From 8 in the morning until midnight. It is free.',
    ),
    samaritans: t('For any age, at any time. It is free.'),
    shout: t('If you would rather text. Day or night. It is free.'),
  };
  return about[key] ?? '';
}
