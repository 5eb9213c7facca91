/** One message: whose, what, and how far it has come. */
import type { ComponentChildren } from 'preact';
import type { ChairLook } from '../api';
import type { OwnMessage, Start } from '../api/talk';
import { Chair } from '../ui';
import { chairFor } from '../ui/chair_for';
import { Tick } from '../ui/icons';
import { formatClock, t } from '../words';
import { whenSaid } from '../words/moments';
import { waitedLong } from './conversation';
import { StartPicture, startName } from './starts';
import type { Voice } from './voice';

type FrameProps = {
  mine: boolean;
  author: { id: string; called: string; chair: ChairLook | null };
  waiting?: boolean;
  children: ComponentChildren;
};

export function Frame({ mine, author, waiting, children }: FrameProps) {
  return (
    <li class="bubble" data-mine={mine || undefined} data-waiting={waiting || undefined}>
      <Chair look={author.chair ?? chairFor(author.id)} size={44} />
      <div class="bubble__body">
        <p class={mine ? 'visually-hidden' : 'bubble__who'}>
          {mine ? t('You wrote:') : <bdi>{author.called}</bdi>}
        </p>
        {children}
      </div>
    </li>
  );
}

/** As it was written: nothing in it becomes a link, and it runs in its own direction. */
export function Words({ words, language }: { words: string; language?: string }) {
  return (
    <p class="bubble__words" dir="auto" lang={language}>
      {words}
    </p>
  );
}

export function StartMark({ start }: { start: Start | null }) {
  if (!start) return null;
  return (
    <p class="bubble__start">
      <StartPicture start={start} size={20} />
      {startName(start)}
    </p>
  );
}

type Props = { message: OwnMessage; voice: Voice; children?: ComponentChildren };

export function Bubble({ message, voice, children }: Props) {
  const { from_me: mine, author, words, start, language } = message;
  return (
    <Frame mine={mine} author={author}>
      {message.taken_back_at ? (
        <p class="bubble__gone">
          {mine ? t('You took this back.') : t('{name} took this back.', { name: author.called })}
        </p>
      ) : (
        <>
          <StartMark start={start} />
          {words !== null && <Words words={words} language={language} />}
          {message.hidden && (
            <p class="bubble__gone">{t('Your words are not shown here, as you asked.')}</p>
          )}
          <Marks message={message} voice={voice} />
        </>
      )}
      <HowFar message={message} />
      {children}
    </Frame>
  );
}

function Marks({ message, voice }: { message: OwnMessage; voice: Voice }) {
  const { author, tell_social_worker, in_record, brought_as } = message;
  const marks = [
    message.from_me && tell_social_worker && t('OK to tell my social worker'),
    in_record && voice.inRecord(),
    brought_as === 'wish' && t('A wish for my review'),
    brought_as === 'agenda' && t('To talk about at my review'),
  ].filter(mark => mark !== false);
  if (marks.length === 0) return null;
  return (
    <ul role="list" class="bubble__marks" aria-label={t('About this message')}>
      {marks.map(mark => (
        <li key={`${author.id} ${mark}`}>{mark}</li>
      ))}
    </ul>
  );
}

function HowFar({ message }: { message: OwnMessage }) {
  const { from_me, written_at, received_at, read_by, taken_back_at } = message;
  if (taken_back_at) return null;
  if (!from_me) {
    return (
      <p class="bubble__far">
        <time dateTime={received_at}>{formatClock(received_at)}</time>
      </p>
    );
  }
  return (
    <p class="bubble__far">
      {waitedLong(message) && (
        <span>{t('You wrote this {when}.', { when: whenSaid(written_at) })}</span>
      )}
      {read_by.length === 0 && (
        <span>
          <Tick /> {t('It got there {when}.', { when: whenSaid(received_at) })}
        </span>
      )}
      {read_by.map(({ who, at }) => (
        <span key={who.id}>
          <Tick /> {t('{name} read this {when}.', { name: who.called, when: whenSaid(at) })}
        </span>
      ))}
    </p>
  );
}
