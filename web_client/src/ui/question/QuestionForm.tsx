/** One question, whole: who will see it, then the answer, then what else can be said about it. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { AnswerFacts, Audience, Helper, Job } from '../../api';
import { t, tq } from '../../words';
import { Choices, ManyChoices } from '../Choices';
import { Faces } from '../Faces';
import { WhoWillSee } from '../WhoWillSee';
import {
  canBeWish,
  settled,
  withAudience,
  withChoice,
  withChoices,
  withFace,
  withHelperWords,
  withSkip,
  withWish,
  withWords,
} from './answers';
import { HelperBox } from './HelperBox';
import { OwnWords } from './OwnWords';
import type { Question } from './question_set';
import { Skips } from './Skips';
import { WishMark } from './WishMark';
import './QuestionForm.css';

export type Listener = {
  id: string;
  name: string;
  called?: string;
  about?: string | null;
  job?: Job;
};
type Props = {
  question: Question;
  answer: AnswerFacts;
  onAnswer: (answer: AnswerFacts) => void;
  voice?: 'child' | 'adult';
  /** People who can be left out of an answer, one by one. */
  listeners?: Listener[];
  helper?: Helper | null;
  /** The page's own heading asks the question, so it is not asked again here. */
  askedAbove?: boolean;
  /** The language in which the words are written. */
  language?: string;
  /** Bigger and with less around it, for small children. */
  young?: boolean;
  /** A picture for a choice, by the keys of the question and the choice. */
  picture?: (question: string, choice: string) => ComponentChildren;
};

export function QuestionForm(props: Props) {
  const { question, answer, voice = 'child', listeners = [], helper, askedAbove, young } = props;
  const onAnswer = (next: AnswerFacts) => props.onAnswer(settled(question, next));
  const child = voice === 'child';
  const id = useId();
  return (
    <section
      class="question"
      data-young={young || undefined}
      aria-labelledby={askedAbove ? undefined : id}
    >
      {!askedAbove && (
        <div class="question__head">
          <h3 id={id}>{tq(question.ask)}</h3>
          {question.hint && <p class="soft">{tq(question.hint)}</p>}
        </div>
      )}
      <WhoWillSee
        key={`who ${question.key}`}
        audience={answer.audience}
        notPeople={answer.not_people}
        people={listeners}
        fixed={question.audience !== null}
        voice={voice}
        onChange={(audience, left) =>
          onAnswer(withAudience(answer, audience, leftOut(audience, left, listeners)))
        }
      />
      <Asked question={question} answer={answer} onAnswer={onAnswer} picture={props.picture} />
      <OwnWords
        key={`words ${question.key}`}
        label={wordsLabel(question, child)}
        labelHidden={question.kind === 'words'}
        folded={question.kind !== 'words'}
        words={answer.words}
        starters={question.starters}
        language={props.language}
        onWords={words => onAnswer(withWords(answer, words))}
      />
      {child && canBeWish(question, answer) && (
        <WishMark wish={answer.wish} onWish={wish => onAnswer(withWish(answer, wish))} />
      )}
      {child && <Skips skip={answer.skip} onSkip={skip => onAnswer(withSkip(answer, skip))} />}
      {helper && (
        <HelperBox
          key={`helper ${question.key}`}
          helper={helper}
          words={answer.helper_words}
          onWords={words => onAnswer(withHelperWords(answer, words))}
        />
      )}
    </section>
  );
}

/** The part of the answer that is chosen; words have their own room below. */
function Asked({
  question,
  answer,
  onAnswer,
  picture,
}: Pick<Props, 'question' | 'answer' | 'onAnswer' | 'picture'>) {
  const legend = tq(question.ask);
  const options = (question.choices ?? []).map(({ key, say }) => ({
    key,
    say: tq(say),
    picture: picture?.(question.key, key),
  }));
  switch (question.kind) {
    case 'face':
      return (
        <Faces
          legend={legend}
          legendHidden
          value={answer.face}
          onChoose={face => onAnswer(withFace(answer, face))}
        />
      );
    case 'choice':
      return (
        <Choices
          legend={legend}
          legendHidden
          options={options}
          value={answer.choices[0] ?? null}
          onChoose={key => onAnswer(withChoice(answer, key))}
        />
      );
    case 'choices':
      return (
        <ManyChoices
          legend={t('{question} You can pick more than one.', { question: legend })}
          legendHidden
          options={options}
          values={answer.choices}
          onChoose={keys => onAnswer(withChoices(answer, keys))}
        />
      );
    case 'words':
      return null;
  }
}

/** Choosing "my IRO and social worker" lets a social worker in who was left out before. */
function leftOut(audience: Audience, left: string[], listeners: Listener[]): string[] {
  if (audience !== 'my_iro_and_social_worker') return left;
  return left.filter(id => listeners.find(one => one.id === id)?.job !== 'social_worker');
}

function wordsLabel(question: Question, child: boolean): string {
  if (question.kind === 'words') return tq(question.ask);
  return child ? t('Say it in your own words') : t('Add something in your own words');
}
