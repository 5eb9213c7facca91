/** What each thing is that a child can ask for, in easy words, and who is told. */
import type { AskedFor } from '../api/asking';
import { t } from '../words';

export function askTitle(kind: AskedFor): string {
  const titles = {
    visit: t('A visit'),
    sooner: t('My review sooner'),
    advocate: t('An advocate'),
  };
  return titles[kind];
}

/** Over the one step that asks. */
export function askFor(kind: AskedFor): string {
  const titles = {
    visit: t('Ask for a visit?'),
    sooner: t('Ask for my review sooner?'),
    advocate: t('Ask for an advocate?'),
  };
  return titles[kind];
}

export function aboutAsking(kind: AskedFor, officer: string | null): string[] {
  const name = officer ?? t('Your IRO');
  switch (kind) {
    case 'visit':
      return [
        t('{name} can come and see you. It can be a call too.', { name }),
        t('You can talk without your carer or your social worker.'),
      ];
    case 'sooner':
      return [
        t('You do not have to wait for the day.'),
        t('It happens, unless {name} says why not. You get the answer and why here.', {
          name: officer ?? t('your IRO'),
        }),
      ];
    case 'advocate':
      return [
        t('An advocate is someone on your side. They help you say what you want.'),
        t('They do not work for your social worker. It is free.'),
      ];
  }
}

export function confirmAsking(kind: AskedFor, officer: string | null): string {
  const name = officer ?? t('Your IRO');
  switch (kind) {
    case 'visit':
      return t('{name} is told, and answers you here.', { name });
    case 'sooner':
      return t('{name} is told. Your review is held sooner, or they tell you why not.', { name });
    case 'advocate':
      return t('{name} is told, and so are the people who find advocates.', { name });
  }
}
