/** Help now: people to ring or text, on every page, also without internet. */
import { t } from '../words';
import { Dialog } from './Dialog';
import { aboutHelpLine, type HelpLine, helpLinesFor } from './help_lines';
import { Phone } from './icons';
import { session } from './session';
import { helpIsOpen } from './WaysOut';
import './HelpNow.css';

export function HelpNow() {
  const me = session.value.me;
  return (
    <Dialog
      title={t('Help now')}
      open={helpIsOpen.value}
      onClose={() => {
        helpIsOpen.value = false;
      }}
    >
      <p>{t('Nobody reads Cadair all the time. If it cannot wait, ring or text one of these.')}</p>
      <ul role="list" class="help-lines">
        {helpLinesFor(me?.council.nation ?? null).map(line => (
          <Line key={line.key} line={line} />
        ))}
      </ul>
      <p class="soft small">{t('These numbers work on any phone. They are not part of Cadair.')}</p>
    </Dialog>
  );
}

function Line({ line: { key, name, phone, text } }: { line: HelpLine }) {
  return (
    <li class="help-line" data-first={key === 'emergency' || undefined}>
      <div>
        <h3>{key === 'emergency' ? t('Emergency') : name}</h3>
        <p>{aboutHelpLine(key)}</p>
      </div>
      <div class="row">
        {phone && (
          <a class="button button--plain" href={`tel:${phone.replaceAll(' ', '')}`}>
            <Phone />
            <span>
              <span class="visually-hidden">{t('Ring {name}:', { name })} </span>
              {phone}
            </span>
          </a>
        )}
        {text && (
          <a
            class="button button--plain"
            href={`sms:${text.number}${text.say ? `?body=${text.say}` : ''}`}
          >
            {text.say
              ? t('Text {word} to {number}', { word: text.say, number: text.number })
              : t('Text {number}', { number: text.number })}
          </a>
        )}
      </div>
    </li>
  );
}
