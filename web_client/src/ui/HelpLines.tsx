/** The lines that are there now: the nation's, and the council's own out of hours. */
import { t } from '../words';
import {
  aboutHelpLine,
  councilLine,
  type HelpLine,
  helpLinesFor,
  nameOfHelpLine,
} from './help_lines';
import { Phone } from './icons';
import { session } from './session';
import { helpIsOpen } from './WaysOut';

/** @param inFlow True where telling one's own people stands beside them already. */
export function HelpLines({ inFlow }: { inFlow?: boolean }) {
  const { me } = session.value;
  const council = me?.council;
  const [emergency, ...others] = helpLinesFor(council?.nation ?? null);
  const lines = [emergency, councilLine(council?.duty_line), ...others].flatMap(line => line ?? []);
  return (
    <>
      {me?.job === 'child' && !inFlow && (
        <a
          class="button button--stop"
          href="/now"
          onClick={() => {
            helpIsOpen.value = false;
          }}
        >
          {t('I don’t feel safe: tell my IRO')}
        </a>
      )}
      <ul role="list" class="help-lines">
        {lines.map(line => (
          <Line key={line.key} line={line} />
        ))}
      </ul>
      <p class="soft small">{t('These numbers work on any phone. They are not part of Cadair.')}</p>
    </>
  );
}

function Line({ line }: { line: HelpLine }) {
  const { key, phone, text } = line;
  const name = nameOfHelpLine(line);
  return (
    <li class="help-line" data-first={key === 'emergency' || undefined}>
      <div>
        <h3>{nameOfHelpLine(line)}</h3>
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
