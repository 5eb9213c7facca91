/** More about one thing on the list: who leads it, how long, who is there, and whether it is for my officer alone. */
import type { AgendaItem } from '../api/meeting';
import { Button, Choices, ManyChoices, TextArea } from '../ui';
import { officerOf } from '../ui/meeting/names';
import { comers } from '../ui/meeting/seating';
import { wear } from '../ui/wear';
import { t, tn } from '../words';
import type { ItemProps } from './ItemCard';
import css from './ItemMore.css?inline';

wear(css);

const LENGTHS = [5, 10, 15, 20, 30];
const LONGEST = 2000;

export function ItemMore({ item, meeting, onChange, onRemove }: ItemProps) {
  const { plan, facts, me } = meeting;
  const officer = officerOf(facts);
  const others = comers(plan, facts.circle, facts.officer).filter(
    one => one.id !== me.id && one.id !== facts.officer?.id,
  );
  const set = (more: Partial<AgendaItem>) => onChange({ ...item, ...more });
  return (
    <div class="item-more">
      {item.from === 'mine' && (
        <TextArea
          label={t('Your words')}
          value={item.words ?? ''}
          most={LONGEST}
          rows={2}
          onInput={words => set({ words })}
        />
      )}
      <Choices
        legend={t('Who leads this bit?')}
        inRow
        required
        options={[
          { key: 'me', say: t('Me') },
          { key: 'officer', say: officer },
          ...others.map(one => ({ key: one.id, say: one.called })),
        ]}
        value={item.lead}
        onChoose={lead => lead && set({ lead })}
      />
      <Choices
        legend={t('How long?')}
        inRow
        options={LENGTHS.map(n => ({ key: String(n), say: tn('{n} minute', '{n} minutes', n) }))}
        value={item.minutes ? String(item.minutes) : null}
        onChoose={key => set({ minutes: key ? Number(key) : null })}
      />
      <ManyChoices
        legend={t('How do we talk about it?')}
        options={[
          {
            key: 'without_me',
            say: t('Talk about this without me'),
            more: t('I go out, and they tell me after.'),
          },
          {
            key: 'private',
            say: t('Please do not talk about this with everyone'),
            more: t('Only {name} and me.', { name: officer }),
          },
        ]}
        values={(['without_me', 'private'] as const).filter(key => item[key])}
        onChoose={keys =>
          set({ without_me: keys.includes('without_me'), private: keys.includes('private') })
        }
      />
      {others.length > 0 && (
        <ManyChoices
          legend={t('Not while these people are in the room')}
          hint={t('They are not told that you asked.')}
          options={others.map(one => ({ key: one.id, say: one.called }))}
          values={item.not_while}
          onChoose={not_while => set({ not_while })}
        />
      )}
      {item.from !== 'must' && item.from !== 'added' && (
        <Button kind="quiet" onClick={onRemove}>
          {t('Take it off the list')}
        </Button>
      )}
    </div>
  );
}
