/** Where I make my chair: its shape, colour and pattern. It is saved as I choose. */
import { useEffect, useState } from 'preact/hooks';
import { type ChairLook, COLOURS, PATTERNS, SHAPES } from '../api';
import {
  Button,
  Chair,
  chairInWords,
  colourName,
  Page,
  PLAIN_CHAIR,
  ProblemNotice,
  patternName,
  type ScreenProps,
  Status,
  shapeName,
} from '../ui';
import { t } from '../words';
import { Swatch } from './Swatch';
import { choose, saving, send, takeUp } from './saving';
import { surprise } from './surprise';
import { Tiles } from './Tiles';
import './MyChair.css';

export function MyChair({ me }: ScreenProps) {
  const look = me.chair ?? PLAIN_CHAIR;
  const [hops, setHops] = useState(0);
  useEffect(() => void takeUp(), []);
  function change(part: Partial<ChairLook>) {
    choose({ ...look, ...part });
    setHops(hops + 1);
  }
  const { problem, state } = saving.value;
  return (
    <Page
      title={t('My chair')}
      lead={t('This chair stands for you. Make it how you like it.')}
      back={{ to: '/', label: t('Home') }}
      width="wide"
    >
      <div class="my-chair">
        <div class="my-chair__stage">
          <div key={hops} class="my-chair__now" data-hops={hops > 0 || undefined}>
            <Chair look={look} size={200} />
          </div>
          <p class="my-chair__name">{chairInWords(look)}</p>
          <Status>{whatHappened(state)}</Status>
        </div>
        <div class="my-chair__choices">
          {state === 'problem' && problem && (
            <ProblemNotice problem={problem} onRetry={() => void send()} />
          )}
          <Tiles
            legend={t('Shape')}
            options={SHAPES.map(shape => ({
              key: shape,
              say: shapeName(shape),
              picture: <Chair look={{ ...look, shape }} size={76} />,
            }))}
            value={look.shape}
            onChoose={shape => change({ shape })}
          />
          <Tiles
            legend={t('Colour')}
            small
            options={COLOURS.map(colour => ({
              key: colour,
              say: colourName(colour),
              picture: <Swatch colour={colour} pattern="plain" />,
            }))}
            value={look.colour}
            onChoose={colour => change({ colour })}
          />
          <Tiles
            legend={t('Pattern')}
            options={PATTERNS.map(pattern => ({
              key: pattern,
              say: patternName(pattern),
              picture: <Swatch colour={look.colour} pattern={pattern} big />,
            }))}
            value={look.pattern}
            onChoose={pattern => change({ pattern })}
          />
          <div class="row">
            <Button onClick={() => change(surprise(look))}>{t('Surprise me')}</Button>
          </div>
          <p class="soft">{t('You can change it again any time.')}</p>
        </div>
      </div>
    </Page>
  );
}

function whatHappened(state: (typeof saving.value)['state']): string {
  switch (state) {
    case 'nothing':
      return '';
    case 'saving':
      return t('Saving…');
    case 'saved':
      return t('Saved. This is your chair now.');
    case 'waiting':
      return t('No internet. We will save it when you are back online.');
    case 'problem':
      return t('Not saved yet.');
  }
}
