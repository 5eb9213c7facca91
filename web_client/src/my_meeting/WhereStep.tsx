/** Where, when, how long, with which breaks and snacks, and in a room or on video. */
import { BREAKS, PLACES, TIMES, WAYS_TO_MEET } from '../api/meeting';
import { Choices, ManyChoices, TextField } from '../ui';
import { breaksName, placeName, timeName, wayName } from '../ui/meeting/names';
import { t, tn } from '../words';
import { HowLong } from './HowLong';
import { StepPage } from './StepPage';
import type { StepProps } from './use_meeting';

/** How many letters the server takes (meeting/schemas/plans.py). */
const LONGEST = 2000;
const LONGEST_SNACKS = 200;

export function WhereStep({ meeting }: StepProps) {
  const { plan, change } = meeting;
  const { place, when } = plan;
  return (
    <StepPage step="where" lead={t('Say what suits you. Skip the rest.')} meeting={meeting}>
      <Choices
        legend={t('Where do you want to meet?')}
        inRow
        options={PLACES.map(key => ({ key, say: placeName(key) }))}
        value={place.where}
        onChoose={key =>
          change(now => ({ ...now, place: { ...now.place, where: oneOf(PLACES, key) } }))
        }
      />
      <TextField
        label={t('Where is that?')}
        hint={t('Is there a room or a place that you like?')}
        value={place.words ?? ''}
        most={LONGEST}
        onInput={words =>
          change(now => ({ ...now, place: { ...now.place, words: words || null } }))
        }
      />
      <ManyChoices
        legend={t('When is good for you?')}
        options={TIMES.map(key => ({ key, say: timeName(key) }))}
        values={when.times}
        onChoose={keys =>
          change(now => ({
            ...now,
            when: { ...now.when, times: TIMES.filter(time => keys.includes(time)) },
          }))
        }
      />
      <TextField
        label={t('Is there a day that is bad for you?')}
        value={when.words ?? ''}
        most={LONGEST}
        onInput={words => change(now => ({ ...now, when: { ...now.when, words: words || null } }))}
      />
      <HowLong
        minutes={plan.minutes}
        onChoose={minutes => change(now => ({ ...now, minutes }))}
        inWords={minutes => tn('{n} minute', '{n} minutes', minutes)}
      />
      <Choices
        legend={t('How do we meet?')}
        options={WAYS_TO_MEET.map(key => ({ key, say: wayName(key) }))}
        value={plan.how}
        onChoose={key => change(now => ({ ...now, how: oneOf(WAYS_TO_MEET, key) }))}
      />
      <Choices
        legend={t('Do you want breaks?')}
        options={BREAKS.map(key => ({ key, say: breaksName(key) }))}
        value={plan.breaks}
        onChoose={key => change(now => ({ ...now, breaks: oneOf(BREAKS, key) }))}
      />
      <TextField
        label={t('Snacks and drinks')}
        hint={t('What would make it nice?')}
        value={plan.snacks ?? ''}
        most={LONGEST_SNACKS}
        onInput={words => change(now => ({ ...now, snacks: words || null }))}
      />
    </StepPage>
  );
}

function oneOf<T extends string>(known: readonly T[], key: string | null): T | null {
  return known.find(one => one === key) ?? null;
}
