/** What was written, by whom, who read it when; and an officer's own notes, apart from it. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { inboxApi, type Note, type OfficerMessage, type Talk } from '../api/inbox';
import { Chip } from '../desk/Chip';
import { startName } from '../desk/messages';
import { Button, ProblemNotice } from '../ui';
import { formatList, formatMoment, t } from '../words';
import { LinkTo } from './LinkTo';
import { inOrder, marked } from './reading';

type Props = { talk: Talk; me: string; onChanged: () => void };

export function Messages({ talk, me, onChanged }: Props) {
  const entries = inOrder(talk);
  const isChild = talk.child.id === talk.with.id;
  if (entries.length === 0) return <p class="table__empty">{t('Nothing was written yet.')}</p>;
  return (
    <ol role="list" class="dialogue__list" aria-label={t('Messages')}>
      {entries.map(entry =>
        entry.kind === 'note' ? (
          <li key={entry.note.id}>
            <Kept note={entry.note} called={talk.with.called} />
          </li>
        ) : (
          <li key={entry.message.id}>
            <Message
              message={entry.message}
              childId={talk.child.id}
              isChild={isChild}
              me={me}
              onChanged={onChanged}
            />
          </li>
        ),
      )}
    </ol>
  );
}

function Kept({ note, called }: { note: Note; called: string }) {
  return (
    <article class="message message--note">
      <p class="message__head small">
        <strong>{t('Note by {name}', { name: note.author.name })}</strong>
        <span>{formatMoment(note.written_at)}</span>
        <Chip>{t('{name} does not see this', { name: called })}</Chip>
      </p>
      <p class="message__words" dir="auto">
        {note.words}
      </p>
    </article>
  );
}

type MessageProps = {
  message: OfficerMessage;
  childId: string;
  isChild: boolean;
  me: string;
  onChanged: () => void;
};

function Message({ message, childId, isChild, me, onChanged }: MessageProps) {
  const start = startName(message.start);
  const taken = message.words === null;
  const theirs = !message.from_me && message.author.job !== 'reviewing_officer';
  return (
    <article class="message" data-mine={!theirs || undefined}>
      <p class="message__head small">
        <strong>{message.author.id === me ? t('You') : message.author.name}</strong>
        <time dateTime={message.written_at}>{formatMoment(message.written_at)}</time>
        {start && <Chip>{start}</Chip>}
        {message.safety_words.length > 0 && (
          <Chip tone="late">
            {t('Safety word: {words}', { words: formatList(message.safety_words) })}
          </Chip>
        )}
      </p>
      {taken ? (
        <p class="soft">{t('Taken back before anybody read it.')}</p>
      ) : (
        <Words message={message} />
      )}
      <ul role="list" class="message__foot soft small">
        {readings(message).map(say => (
          <li key={say}>{say}</li>
        ))}
        {theirs && isChild && !taken && (
          <li>
            {message.tell_social_worker
              ? t('The social worker may be told.')
              : t('Not for the social worker.')}
          </li>
        )}
        {message.brought_as && <li>{broughtAs(message.brought_as)}</li>}
        {message.no_answer_at && <li>{t('No answer is needed.')}</li>}
        {message.wish_id && !message.brought_as && <li>{t('Linked to a wish.')}</li>}
        {message.decision_id && <li>{t('Linked to a decision.')}</li>}
      </ul>
      {!taken && (
        <>
          <ToRecord message={message} onChanged={onChanged} />
          <LinkTo message={message} childId={childId} onChanged={onChanged} />
        </>
      )}
    </article>
  );
}

function Words({ message }: { message: OfficerMessage }) {
  return (
    <p class="message__words" lang={message.language} dir="auto">
      {marked(message.words ?? '', message.safety_words).map((piece, index) =>
        piece.word ? <mark key={index}>{piece.text}</mark> : piece.text,
      )}
    </p>
  );
}

function readings(message: OfficerMessage): string[] {
  if (message.words !== null && message.read_by.length === 0) return [t('Nobody has read it yet.')];
  return message.read_by.map(({ who, at }) =>
    t('{name} read this: {moment}', { name: who.name, moment: formatMoment(at) }),
  );
}

function broughtAs(what: 'wish' | 'agenda'): string {
  return what === 'wish'
    ? t('Brought to the review as a wish.')
    : t('Brought to the review to talk about.');
}

/** Whoever wrote it sees whether it is in the record. */
function ToRecord({ message, onChanged }: { message: OfficerMessage; onChanged: () => void }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { to_record } = message;

  async function mark() {
    setBusy(true);
    setProblem(null);
    try {
      const { wish_id, decision_id } = message;
      await inboxApi.record(message.id, !to_record, { wish_id, decision_id });
      onChanged();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <div class="message__record small">
      {to_record && (
        <span>
          {t('In the record since {moment}, by {name}.', {
            moment: formatMoment(to_record.at),
            name: to_record.by.name,
          })}
        </span>
      )}
      <Button kind="quiet" busy={busy} onClick={() => void mark()}>
        {to_record ? t('Take it out of the record') : t('Put it in the record')}
      </Button>
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}
