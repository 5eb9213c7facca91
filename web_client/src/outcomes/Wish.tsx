/** One wish, in the child's words, with every answer to it and what the child said to that. */
import { useState } from 'preact/hooks';
import { type AskedWish, outcomesApi, type WishAnswer } from '../api/outcomes';
import { useWork } from '../api/work';
import { Chip } from '../desk/Chip';
import { Button, ProblemNotice, TextArea } from '../ui';
import { formatDate, formatList, formatMoment, t, tq } from '../words';
import { AnswerForm } from './AnswerForm';
import { answerName, replyName, whoAndWhen } from './names';
import type { PartProps } from './Outcomes';

type Props = PartProps & { wish: AskedWish };

export function Wish({ wish, ...part }: Props) {
  const [anew, setAnew] = useState(false);
  const newest = wish.answers[0];
  return (
    <article class="outcomes__one" aria-label={said(wish)}>
      <p class="message__head small">
        {wish.asks === 'agenda' && <Chip>{t('To talk about')}</Chip>}
        <span>{t('Asked on {day}', { day: formatDate(wish.wished_at.slice(0, 10)) })}</span>
        {wish.closed_because === 'done' && <Chip>{t('It came true')}</Chip>}
        {!newest && <Chip tone="soon">{t('No answer yet')}</Chip>}
        {newest && !newest.shared_at && <Chip tone="soon">{t('Not shared yet')}</Chip>}
      </p>
      {wish.ask && <p class="soft small">{tq(wish.ask)}</p>}
      <blockquote dir="auto">{said(wish)}</blockquote>
      {wish.answers.map(answer => (
        <Given key={answer.id} answer={answer} called={part.facts.child.called} />
      ))}
      <Replies wish={wish} {...part} />
      {!newest || anew ? (
        <AnswerForm {...part} wishId={wish.id} onDone={() => setAnew(false)} />
      ) : (
        <div class="row">
          <Button kind="quiet" onClick={() => setAnew(true)}>
            {t('Answer anew')}
          </Button>
          {wish.answers.some(answer => answer.shared_at) && wish.closed_because !== 'done' && (
            <CameTrue wish={wish} {...part} />
          )}
        </div>
      )}
      {wish.closed_because !== 'done' && (
        <p class="small">
          <a href={`/children/${part.facts.child.id}/disputes?about=wish&subject=${wish.id}`}>
            {t('Raise it with the council')}
          </a>
        </p>
      )}
    </article>
  );
}

function said(wish: AskedWish): string {
  return wish.words ?? formatList(wish.chosen.map(each => tq(each)));
}

function Given({ answer, called }: { answer: WishAnswer; called: string }) {
  const who = whoAndWhen(answer.who, answer.who_words, answer.by_on);
  return (
    <div class="outcomes__given" data-kept={answer.shared_at ? undefined : true}>
      <p>
        <strong>{answerName(answer.answer)}</strong>
        {answer.why && <span dir="auto"> {answer.why}</span>}
      </p>
      {who && <p class="small">{who}</p>}
      <p class="soft small">
        {answer.shared_at
          ? t('{who} told {name} on {moment}.', {
              who: answer.said_by.name,
              name: called,
              moment: formatMoment(answer.shared_at),
            })
          : t('By {who}, not shared yet.', { who: answer.said_by.name })}
      </p>
      {answer.done_words && <p dir="auto">{answer.done_words}</p>}
    </div>
  );
}

function Replies({ wish, facts, again }: Props) {
  const work = useWork();
  return (
    <>
      {wish.replies.map(reply => (
        <div key={reply.id} class="outcomes__reply">
          <p>
            <strong>
              {t('{name} says: {what}', {
                name: facts.child.called,
                what: replyName(reply.reply),
              })}
            </strong>
            {reply.words && <span dir="auto"> {reply.words}</span>}
          </p>
          {reply.reply !== 'thank_you' && !reply.seen_at && (
            <Button
              busy={work.busy}
              onClick={() =>
                void work.run(() => outcomesApi.seen(reply.id)).then(done => done && again())
              }
            >
              {t('I have read this')}
            </Button>
          )}
        </div>
      ))}
      {work.problem && <ProblemNotice problem={work.problem} />}
    </>
  );
}

function CameTrue({ wish, facts, again }: Props) {
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const work = useWork();
  if (!open) {
    return (
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t('It came true')}
      </Button>
    );
  }
  return (
    <form
      class="outcomes__form"
      onSubmit={event => {
        event.preventDefault();
        void work
          .run(() => outcomesApi.close(wish.id, words.trim() || null))
          .then(done => done && again());
      }}
    >
      <TextArea
        label={t('What {name} is told, if you want to say more', { name: facts.child.called })}
        rows={2}
        most={2000}
        value={words}
        onInput={setWords}
      />
      {work.problem && <ProblemNotice problem={work.problem} />}
      <div>
        <Button kind="main" type="submit" busy={work.busy}>
          {t('Tell {name} that it is done', { name: facts.child.called })}
        </Button>
      </div>
    </form>
  );
}
