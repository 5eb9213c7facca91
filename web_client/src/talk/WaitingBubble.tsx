/** A message that has not got there: it says why, and its writer can take it back. */
import type { Me } from '../api';
import { type Going, LANES, sending, type WrittenMessage } from '../drafts/sending';
import { Button, sentence } from '../ui';
import { Cloud } from '../ui/icons';
import { t } from '../words';
import { Frame, StartMark, Words } from './Bubble';

type Props = {
  me: Me;
  going: Going;
  /** Its words go back into the box. */
  onTakenBack: (words: string) => void;
};
const TAKEN = 'written_differently';

export function WaitingBubble({ me, going, onTakenBack }: Props) {
  const { id, state, problem } = going;
  const { words, start, language, child_id } = going.what as WrittenMessage;
  const lane = LANES.talk(child_id);
  return (
    <Frame mine author={me} waiting>
      <StartMark start={start} />
      <Words words={words} language={language} />
      <p class="bubble__far bubble__far--waiting">
        <Cloud /> <span>{whyItWaits(going)}</span>
      </p>
      {state !== 'sending' && (
        <div class="bubble__do">
          {state === 'needs_attention' && (
            <Button
              onClick={() =>
                void sending.tryAgain(
                  lane,
                  id,
                  problem?.code === TAKEN ? crypto.randomUUID() : null,
                )
              }
            >
              {t('Try again')}
            </Button>
          )}
          <Button
            onClick={() => {
              void sending.takeBack(lane, id);
              onTakenBack(words);
            }}
          >
            {t('Take it back')}
          </Button>
        </div>
      )}
    </Frame>
  );
}

export function whyItWaits({ state, problem }: Pick<Going, 'state' | 'problem'>): string {
  switch (state) {
    case 'sending':
      return t('Sending…');
    case 'not_kept':
      return t('This device could not save your words. Please do not close this page.');
    case 'needs_attention':
      return `${t('This did not send. Your words are safe here.')} ${problem ? sentence(problem) : ''}`;
    case 'waiting':
      return problem?.status === 0
        ? t('No internet. It will go by itself.')
        : t('We cannot send it just now. It will go by itself.');
  }
}
