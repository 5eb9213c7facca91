/** One answer as it was given: word for word, dated, with who hears it, leading to its source. */
import type { Helper, Line } from '../api';
import { Face, faceName, icons } from '../ui';
import { t, tq } from '../words';
import { heardBy, isForFew, isHeldBack, otherLanguage, saidOn } from './lines';
import { helperIs } from './names';
import './Said.css';

type Props = {
  line: Line;
  helper?: Helper | null;
  /** The child's words stand large; others' beside them smaller. */
  voice: 'child' | 'other';
  onSource?: (line: Line) => void;
  askHidden?: boolean;
  /** Says who hears it only when somebody must not. */
  quiet?: boolean;
};

export function Said({ line, helper, voice, onSource, askHidden, quiet }: Props) {
  return (
    <article class={`said said--${voice}`}>
      {!askHidden && <p class="said__ask">{tq(line.ask)}</p>}
      <Answered line={line} />
      {line.words && (
        <blockquote class="said__words" lang={line.language} dir="auto">
          {line.words}
        </blockquote>
      )}
      {line.helper_words && <HelperWords line={line} helper={helper ?? null} />}
      <SaidFoot line={line} onSource={onSource} quiet={quiet} />
    </article>
  );
}

/** An answer without words, on one line: what was asked, what was answered. */
export function ShortlySaid({ line, onSource }: { line: Line; onSource?: (line: Line) => void }) {
  return (
    <li class="shortly">
      <span class="shortly__ask">{tq(line.ask)}</span>
      <span class="shortly__answer">
        <Answered line={line} />
      </span>
      <SaidFoot line={line} onSource={onSource} />
    </li>
  );
}

/** The face, choices or skip of an answer; nothing for plain words. */
export function Answered({ line }: { line: Line }) {
  if (!line.face && !line.skip && line.choices.length === 0) return null;
  return (
    <span class="answered">
      {line.face && (
        <span class="answered__face">
          <Face face={line.face} size={28} />
          {faceName(line.face)}
        </span>
      )}
      {line.choices.map(choice => (
        <span key={choice.key} class="answered__choice">
          {tq(choice.say)}
        </span>
      ))}
      {line.skip && (
        <span class="answered__skip">
          {line.skip === 'dont_know' ? t('Does not know') : t('Does not want to say')}
        </span>
      )}
    </span>
  );
}

function HelperWords({ line, helper }: { line: Line; helper: Helper | null }) {
  return (
    <div class="said__helper">
      <p class="said__helper-name">
        {helper
          ? t('{name}, {who}, helped. Their words:', {
              name: helper.name,
              who: helperIs(helper.who),
            })
          : t('A helper’s words:')}
      </p>
      <blockquote lang={line.language} dir="auto">
        {line.helper_words}
      </blockquote>
    </div>
  );
}

type FootProps = { line: Line; onSource?: (line: Line) => void; quiet?: boolean };

export function SaidFoot({ line, onSource, quiet }: FootProps) {
  const spoken = otherLanguage(line);
  return (
    <p class="said__foot">
      {line.wish && (
        <span class="said__wish">
          <icons.Star filled />
          {t('Wish')}
        </span>
      )}
      {(!quiet || isForFew(line)) && <Heard line={line} />}
      {spoken && <span>{t('In {language}', { language: spoken })}</span>}
      {onSource ? (
        <button type="button" class="said__source" onClick={() => onSource(line)}>
          {saidOn(line.shared_at)}
          <span class="visually-hidden">
            {' '}
            {t('See it whole: {question}', { question: tq(line.ask) })}
          </span>
          <icons.Forward />
        </button>
      ) : (
        <span>{saidOn(line.shared_at)}</span>
      )}
    </p>
  );
}

function Heard({ line }: { line: Line }) {
  const held = isHeldBack(line);
  const few = isForFew(line);
  return (
    <span class="said__heard" data-held={held || undefined}>
      {few ? <icons.Lock /> : <icons.Eye />}
      <span class="visually-hidden">{t('Who will hear this:')} </span>
      {heardBy(line)}
    </span>
  );
}
