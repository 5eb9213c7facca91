/** Everything that was written, under who will see it. */
import type { DraftContent } from '../api';
import { Card, icons } from '../ui';
import { AnswerSaid, type QuestionSet } from '../ui/question';
import { t, tq } from '../words';
import { byAudience } from './sections';
import { seenByHeading, seenByMeans } from './seen_by';
import './WhatISaid.css';

type Props = {
  set: QuestionSet;
  answers: DraftContent['answers'];
  child: string;
  language: string;
  /** Where a section can be changed, when it still can. */
  changeAt?: (topic: string) => string;
};

export function WhatISaid({ set, answers, child, language, changeAt }: Props) {
  return (
    <>
      {byAudience(set, answers).map(({ audience, said }) => (
        <Card key={audience} tone={audience === 'only_my_iro' ? 'glow' : 'plain'}>
          <div class="what-i-said__head">
            {audience === 'only_my_iro' ? <icons.Lock /> : <icons.Eye />}
            <div>
              <p class="what-i-said__label">{t('Who will see this')}</p>
              <h2>{seenByHeading(audience, child)}</h2>
              <p class="soft">{seenByMeans(audience, child)}</p>
            </div>
          </div>
          <dl class="what-i-said__list">
            {said.map(({ topic, question, answer }) => (
              <div key={question.key} class="what-i-said__one">
                <dt>
                  {tq(question.ask)}
                  {changeAt && (
                    <a class="what-i-said__change" href={changeAt(topic.key)}>
                      {t('Change')} <span class="visually-hidden">{tq(topic.title)}</span>
                    </a>
                  )}
                </dt>
                <dd>
                  <AnswerSaid question={question} answer={answer} language={language} />
                </dd>
              </div>
            ))}
          </dl>
        </Card>
      ))}
    </>
  );
}
