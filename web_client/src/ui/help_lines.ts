/**
 * Who to ring when it cannot wait. A test fails when a check is older than six months.
 * `source` is where the number is published; before a council goes live, confirm each by ringing.
 */
import { t } from '../words';

export type Nation = 'england' | 'wales';
/** Who a line is there for, as it says of itself. */
export type WhoFor = 'anyone' | 'under_19' | 'under_25' | 'in_care';
/** When somebody answers: a time of day is that of the United Kingdom, every day of the week. */
export type Hours = 'always' | { from: string; until: string };
export type HelpLine = {
  key: string;
  name: string;
  nations: Nation[];
  who_for: WhoFor;
  /** Null where its own page was not found to say: then nothing is said of hours here either. */
  hours: Hours | null;
  phone?: string;
  text?: { number: string; say?: string };
  checked_on: string;
  /** Where the number was read; null for the council's own, which it sets itself. */
  source: string | null;
};

export const HELP_LINES: HelpLine[] = [
  {
    key: 'emergency',
    name: '999',
    nations: ['england', 'wales'],
    who_for: 'anyone',
    hours: 'always',
    phone: '999',
    checked_on: '2026-11-21',
    source: 'gov.uk',
  },
  {
    key: 'childline',
    name: 'Childline',
    nations: ['england', 'wales'],
    who_for: 'under_19',
    hours: 'always',
    phone: '0800 1111',
    checked_on: '2026-11-21',
    source: 'childline.org.uk',
  },
  {
    key: 'meic',
    name: 'Meic',
    nations: ['wales'],
    who_for: 'under_25',
    hours: { from: '08:00', until: '24:00' },
    phone: '080880 23456',
    text: { number: '84001' },
    checked_on: '2026-11-21',
    source: 'meiccymru.org',
  },
  {
    key: 'always_heard',
    name: 'Always Heard, Coram Voice',
    nations: ['england'],
    who_for: 'in_care',
    hours: null,
    phone: '0808 800 5792',
    checked_on: '2026-11-21',
    source: 'coramvoice.org.uk',
  },
  {
    key: 'samaritans',
    name: 'Samaritans',
    nations: ['england', 'wales'],
    who_for: 'anyone',
    hours: 'always',
    phone: '116 123',
    checked_on: '2026-11-21',
    source: 'samaritans.org',
  },
  {
    key: 'shout',
    name: 'Shout',
    nations: ['england', 'wales'],
    who_for: 'anyone',
    hours: 'always',
    text: { number: '85258', say: 'SHOUT' },
    checked_on: '2026-11-21',
    source: 'giveusashout.org',
  },
];

export function helpLinesFor(nation: Nation | null): HelpLine[] {
  return HELP_LINES.filter(line => nation === null || line.nations.includes(nation));
}

/** The council's own line out of hours, when it has told us one that can be rung. */
export function councilLine(number: string | null | undefined): HelpLine | null {
  if (!number || !/\d/.test(number)) return null;
  return {
    key: 'council',
    name: '',
    nations: ['england', 'wales'],
    who_for: 'anyone',
    hours: null,
    phone: number,
    checked_on: '',
    source: null,
  };
}

export function nameOfHelpLine({ key, name }: HelpLine): string {
  if (key === 'emergency') return t('Emergency');
  return key === 'council' ? t('Your council, out of hours') : name;
}

export function aboutHelpLine(key: string): string {
  const about: Record<string, string> = {
    emergency: t('If you or someone else is in danger now.'),
    council: t('When it cannot wait until the office opens.'),
    always_heard: t(
      'For children in care and care leavers. Someone can speak up for you. It is free.',
    ),
    childline: t(
      'Talk about anything, day or night. It is free. It will not show on the phone bill.',
    ),
    meic: t(
      'For young people in Wales, in Welsh or English. They can help you be heard. From 8 in the morning until midnight. It is free.',
    ),
    samaritans: t('For any age, at any time. It is free.'),
    shout: t('If you would rather text. Day or night. It is free.'),
  };
  return about[key] ?? '';
}
