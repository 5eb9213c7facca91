/** Says, before a person writes, who will see it, and lets them choose. The server enforces what stands here. */
import { useState } from 'preact/hooks';
import type { Audience } from '../api';
import { formatList, t } from '../words';
import { Choices, ManyChoices } from './Choices';
import { Eye } from './icons';
import './WhoWillSee.css';

type Person = { id: string; name: string; called?: string; about?: string | null };
type Props = {
  audience: Audience;
  notPeople: string[];
  /** People at the review who can be left out, one by one. */
  people: Person[];
  onChange: (audience: Audience, notPeople: string[]) => void;
  /** The audience cannot be chosen here: only say it. */
  fixed?: boolean;
  /** A child reads "my review", everyone else "the review". */
  voice?: 'child' | 'adult';
};
const AUDIENCES: Audience[] = ['everyone_at_my_review', 'my_iro_and_social_worker', 'only_my_iro'];

export function WhoWillSee({
  audience,
  notPeople,
  people,
  onChange,
  fixed,
  voice = 'child',
}: Props) {
  const [open, setOpen] = useState(false);
  const line = whoWillSee(audience, notPeople, people, voice);
  return (
    <section class="who" data-open={open || undefined} aria-label={t('Who will see this')}>
      <div class="who__line">
        <Eye />
        <p>
          <span class="who__label">{t('Who will see this:')}</span>{' '}
          <strong class="who__name">{line}</strong>
        </p>
        {!fixed && (
          <button
            type="button"
            class="button button--quiet who__change"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? t('Done') : t('Change')}
          </button>
        )}
      </div>
      {open && (
        <div class="who__choose">
          <Choices
            legend={t('Who can see it?')}
            legendHidden
            required
            options={AUDIENCES.map(key => ({
              key,
              say: audienceName(key, voice),
              more: audienceMeans(key, voice),
            }))}
            value={audience}
            onChoose={key => onChange((key ?? audience) as Audience, notPeople)}
          />
          {audience === 'everyone_at_my_review' && people.length > 0 && (
            <ManyChoices
              legend={t('But not these people')}
              options={people.map(one => ({
                key: one.id,
                say: one.called ?? one.name,
                more: one.about,
              }))}
              values={notPeople}
              onChoose={ids => onChange(audience, ids)}
            />
          )}
        </div>
      )}
      {open && <p class="who__safety">{managerMay(voice)}</p>}
      <p class="who__safety">{open ? safetyException(voice) : safetyShortly(voice)}</p>
    </section>
  );
}

function audienceName(audience: Audience, voice: 'child' | 'adult' = 'child'): string {
  const child = {
    everyone_at_my_review: t('Everyone at my review'),
    my_iro_and_social_worker: t('My IRO and social worker'),
    only_my_iro: t('Only my IRO'),
  };
  const adult = {
    everyone_at_my_review: t('Everyone at the review'),
    my_iro_and_social_worker: t('The IRO and the social worker'),
    only_my_iro: t('Only the IRO'),
  };
  return (voice === 'child' ? child : adult)[audience];
}

/** The truth of each choice in one line. */
export function audienceLine(audience: Audience, voice: 'child' | 'adult' = 'child'): string {
  const child = {
    everyone_at_my_review: t('My IRO, who can tell everyone at my review'),
    my_iro_and_social_worker: t('My IRO, who can tell my social worker'),
    only_my_iro: t('Only my IRO'),
  };
  const adult = {
    everyone_at_my_review: t('The IRO, who can tell everyone at the review'),
    my_iro_and_social_worker: t('The IRO, who can tell the social worker'),
    only_my_iro: t('Only the IRO'),
  };
  return (voice === 'child' ? child : adult)[audience];
}

/** "My IRO, who can tell everyone at my review, but not Sam": nobody else has it until the IRO tells them. */
export function whoWillSee(
  audience: Audience,
  notPeople: string[],
  people: Person[],
  voice: 'child' | 'adult' = 'child',
): string {
  const left = people.filter(one => notPeople.includes(one.id)).map(one => one.called ?? one.name);
  const name = audienceLine(audience, voice);
  if (audience !== 'everyone_at_my_review' || left.length === 0) return name;
  return t('{audience}, but not {names}', { audience: name, names: formatList(left) });
}

/** Beside every box, also while it is folded. */
function safetyShortly(voice: 'child' | 'adult'): string {
  return voice === 'child'
    ? t('If someone is not safe, your IRO may have to tell someone else.')
    : t('If somebody may not be safe, the IRO may have to share it.');
}

export function safetyException(voice: 'child' | 'adult' = 'child'): string {
  return voice === 'child'
    ? t(
        'If someone is not safe, your IRO may have to tell someone else. They will try to tell you first.',
      )
    : t('If a child or an adult may not be safe, the IRO may have to share this with others.');
}

/** Whatever the audience: a manager reads after saying why, and the officer is told. */
export function managerMay(voice: 'child' | 'adult' = 'child'): string {
  return voice === 'child'
    ? t('A manager can read it too. They must say why first.')
    : t('A manager can read it too, but must say why first.');
}

/** No sentence here says "nobody else": whoever covers for the officer reads what the officer does. */
function audienceMeans(audience: Audience, voice: 'child' | 'adult'): string {
  const child = {
    everyone_at_my_review: t('Your IRO can tell the people who come to your review.'),
    my_iro_and_social_worker: t('Only these two, or whoever stands in for your IRO.'),
    only_my_iro: t('Only your IRO, or whoever stands in for them.'),
  };
  const adult = {
    everyone_at_my_review: t('The IRO can tell the child and the people who come to the review.'),
    my_iro_and_social_worker: t('Only these two, or whoever stands in for the IRO.'),
    only_my_iro: t('A private note: only for the IRO, or whoever stands in for them.'),
  };
  return (voice === 'child' ? child : adult)[audience];
}
