/** One question of the page, by its kind. */
import type { AnswerFacts } from '../api';
import { Choices, Faces, ManyChoices, TextArea } from '../ui';
import type { Question } from '../ui/question';
import { withChoice, withChoices, withFace, withStarter, withWords } from '../ui/question/answers';
import { t, tq } from '../words';

type Props = {
  question: Question;
  answer: AnswerFacts;
  moreWords: boolean;
  onAnswer: (answer: AnswerFacts) => void;
};

export function AdultQuestion({ question, answer, moreWords, onAnswer }: Props) {
  const answered = answer.face !== null || answer.choices.length > 0 || answer.words !== null;
  return (
    <div class="stack">
      <Asked question={question} answer={answer} onAnswer={onAnswer} />
      {moreWords && answered && (
        <TextArea
          label={t('Anything to add?')}
          rows={3}
          value={answer.words ?? ''}
          onInput={words => onAnswer(withWords(answer, words))}
        />
      )}
    </div>
  );
}

function Asked({ question, answer, onAnswer }: Omit<Props, 'moreWords'>) {
  const ask = tq(question.ask);
  const hint = tq(question.hint);
  const options = (question.choices ?? []).map(({ key, say }) => ({ key, say: tq(say) }));
  switch (question.kind) {
    case 'face':
      return (
        <Faces
          legend={ask}
          value={answer.face}
          onChoose={face => onAnswer(withFace(answer, face))}
        />
      );
    case 'choice':
      return (
        <Choices
          legend={ask}
          hint={hint}
          options={options}
          value={answer.choices[0] ?? null}
          onChoose={key => onAnswer(withChoice(answer, key))}
        />
      );
    case 'choices':
      return (
        <ManyChoices
          legend={ask}
          hint={hint ?? t('Choose as many as you like.')}
          options={options}
          values={answer.choices}
          onChoose={keys => onAnswer(withChoices(answer, keys))}
        />
      );
    case 'words':
      return (
        <>
          <TextArea
            label={ask}
            hint={hint}
            rows={3}
            value={answer.words ?? ''}
            onInput={words => onAnswer(withWords(answer, words))}
          />
          {(question.starters?.length ?? 0) > 0 && (
            <fieldset class="starters">
              <legend class="visually-hidden">{t('Ways to begin')}</legend>
              {question.starters?.map(starter => (
                <button
                  key={starter}
                  type="button"
                  class="starters__one"
                  onClick={() =>
                    onAnswer(withWords(answer, withStarter(answer.words, tq(starter))))
                  }
                >
                  {tq(starter)}
                </button>
              ))}
            </fieldset>
          )}
        </>
      );
  }
}
