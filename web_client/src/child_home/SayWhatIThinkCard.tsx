/** The one main thing to do: say what I think, carry on with it, or read it again. */
import type { Contribution, MyReview } from '../api';
import { isEmpty, useDraft } from '../drafts';
import { icons } from '../ui';
import { dayOf, formatDay, formatList, formatWeekday, t } from '../words';
import { type MyTurn, myTurn } from './my_turn';
import './SayWhatIThinkCard.css';

type Props = { review: MyReview; shared: Contribution | null; knows: boolean };

export function SayWhatIThinkCard({ review, shared, knows }: Props) {
  const draft = useDraft(review);
  const hasWords = Object.values(draft.content.answers).some(answer => !isEmpty(answer));
  const opening = draft.state === 'opening' || !knows;
  const turn = myTurn(review, shared, { state: draft.state, hasWords });
  const action = opening && turn === 'start' ? null : actionFor(turn);
  return (
    <section class="say-card" data-turn={turn} aria-labelledby="say-card">
      <div>
        <h2 id="say-card">{t('Say what I think')}</h2>
        <p class="say-card__words">{wordsFor(turn, review, shared)}</p>
        {shared && <ReadBy shared={shared} />}
      </div>
      {action && (
        <a class="say-card__go" href={action.to}>
          {action.say}
          <icons.Forward />
        </a>
      )}
      {opening && turn === 'start' && (
        <span class="say-card__go say-card__go--waiting" aria-hidden="true" />
      )}
      {turn === 'changing' && (
        <a class="say-card__also" href="/said">
          {t('Read what I shared')}
        </a>
      )}
      {turn === 'start' && (
        <p class="say-card__safe">
          <icons.Lock />
          {t('Only you can see it until you share it.')}
        </p>
      )}
    </section>
  );
}

function actionFor(turn: MyTurn): { to: string; say: string } | null {
  switch (turn) {
    case 'start':
      return { to: '/say', say: t('Start') };
    case 'carry_on':
    case 'changing':
      return { to: '/say', say: t('Carry on') };
    case 'on_its_way':
      return { to: '/say', say: t('Look at it') };
    case 'stopped':
      return { to: '/say', say: t('See what to do') };
    case 'shared':
    case 'heard':
      return { to: '/said', say: t('Read it again') };
    case 'not_yet':
    case 'closed':
      return null;
  }
}

function wordsFor(turn: MyTurn, review: MyReview, shared: Contribution | null): string {
  const officer = review.reviewing_officer?.called ?? t('your IRO');
  switch (turn) {
    case 'start':
      return t('What do you want people to know? You can skip anything.');
    case 'carry_on':
      return t('You have started. Your words are safe.');
    case 'changing':
      return t('You are changing what you said. It is not shared yet.');
    case 'on_its_way':
      return t('Your words go to {name} when there is internet.', { name: officer });
    case 'stopped':
      return t('Your words did not go yet. They are safe.');
    case 'shared':
      return shared
        ? t('You shared it on {day}.', { day: formatDay(dayOf(shared.shared_at)) })
        : t('You shared it. Well done for speaking up.');
    case 'heard':
      return t('You had your say. You can always read it.');
    case 'not_yet':
      return t('You can start when your review is nearer. We will ask you here.');
    case 'closed':
      return t('This review has started. Tell {name} what you think.', { name: officer });
  }
}

/** "Priya read it on Tuesday." Somebody real has read it. */
function ReadBy({ shared }: { shared: Contribution }) {
  if (shared.read_by.length === 0) return null;
  const [first] = shared.read_by;
  const names = formatList(shared.read_by.map(one => one.called));
  return (
    <p class="say-card__read">
      <icons.Eye />
      {shared.read_by.length === 1 && first
        ? t('{name} read it on {weekday}.', {
            name: names,
            weekday: whenRead(first.first_read_at),
          })
        : t('{names} have read it.', { names })}
    </p>
  );
}

/** The name of the day within a week, the date before that. */
function whenRead(moment: string): string {
  const day = dayOf(moment);
  const recent = Date.now() - new Date(moment).getTime() < 6 * 86_400_000;
  return recent ? formatWeekday(day) : formatDay(day);
}
