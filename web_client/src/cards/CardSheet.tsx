/** The card itself: folded in the middle it is blank outside, and inside it says nothing about care. */
import { useEffect, useState } from 'preact/hooks';
import type { IssuedCard } from '../api';
import { Chair } from '../ui';
import { QrCode } from '../ui/QrCode';
import { dayOf, formatDateIn, inLanguage, t as inMine } from '../words';

type Translate = typeof inMine;

export function CardSheet({ card, language }: { card: IssuedCard; language: string }) {
  const [translate, setTranslate] = useState<{ t: Translate } | null>(null);
  useEffect(() => {
    let current = true;
    inLanguage(language, 'desk').then(
      t => current && setTranslate({ t }),
      () => current && setTranslate({ t: inMine }),
    );
    return () => {
      current = false;
    };
  }, [language]);
  if (!translate) return null;
  return (
    <div class="card-sheet" lang={language}>
      <Cover t={translate.t} card={card} />
      <Inside t={translate.t} card={card} language={language} />
    </div>
  );
}

function Cover({ t, card }: { t: Translate; card: IssuedCard }) {
  const address = new URL(card.link);
  return (
    <div class="card-sheet__cover">
      <div class="card-sheet__welcome">
        <Chair look={{ shape: 'armchair', colour: 'marigold', pattern: 'plain' }} size={80} />
        <div>
          <p class="card-sheet__hello">{t('Hello {name}', { name: card.called })}</p>
          <p>{t('There is a chair for you.')}</p>
        </div>
      </div>
      <ol class="card-sheet__steps">
        <li>{t('Point your phone’s camera at the square.')}</li>
        <li>
          {t('No camera? Go to {address} and type the four words.', {
            address: address.host + address.pathname,
          })}
        </li>
        <li>{t('Choose your own passphrase. Tell nobody.')}</li>
      </ol>
    </div>
  );
}

function Inside({ t, card, language }: { t: Translate; card: IssuedCard; language: string }) {
  return (
    <div class="card-sheet__inside">
      <div class="card-sheet__keys">
        <QrCode
          code={card.qr}
          label={t('Square code. It opens the same page as the address and the words.')}
        />
        <ol class="card-sheet__words" role="list" aria-label={t('Your four words')}>
          {card.words.map(word => (
            <li key={word}>{word}</li>
          ))}
        </ol>
      </div>
      <dl class="card-sheet__small">
        {card.sign_in_name && (
          <div>
            <dt>{t('Your sign-in name, for next time')}</dt>
            <dd>{card.sign_in_name}</dd>
          </div>
        )}
        <div>
          <dt>{t('This card works once, until')}</dt>
          <dd>{formatDateIn(language, dayOf(card.expires_at))}</dd>
        </div>
      </dl>
    </div>
  );
}
