/** Fails when the template is stale or a language that must be complete misses, doubts or breaks a text. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { template } from './extract.ts';
import { type Language, languages } from './languages.ts';
import { type Message, readPo } from './po.ts';

const TRANSLATIONS = fileURLToPath(new URL('../../../translations', import.meta.url));

export function main(): number {
  const wanted = readPo(template());
  const complaints = stale(wanted);
  for (const language of languages(TRANSLATIONS).filter(one => one.complete)) {
    complaints.push(...missing(language, wanted));
  }
  for (const complaint of complaints) console.error(complaint);
  return complaints.length > 0 ? 1 : 0;
}

function stale(wanted: Message[]): string[] {
  const path = `${TRANSLATIONS}/messages.pot`;
  const ids = (messages: Message[]) => messages.map(one => one.id).join('\n');
  const fresh = existsSync(path) && ids(readPo(readFileSync(path, 'utf8'))) === ids(wanted);
  return fresh ? [] : ['translations/messages.pot is stale: run translations/extract'];
}

function missing(language: Language, wanted: Message[]): string[] {
  const path = `${TRANSLATIONS}/${language.code}/LC_MESSAGES/messages.po`;
  const have = new Map(
    readPo(existsSync(path) ? readFileSync(path, 'utf8') : '').map(m => [m.id, m]),
  );
  return wanted.flatMap(({ id, plural }) => {
    const forms = plural === undefined ? 1 : language.plurals.length;
    const message = have.get(id);
    const texts = Array.from({ length: forms }, (_, index) => message?.texts[index] ?? '');
    const say = (problem: string) => [`${language.code}: ${problem}: ${JSON.stringify(id)}`];
    if (texts.some(text => text === '')) return say('not translated');
    if (message?.fuzzy) return say('marked fuzzy');
    const names = holes(plural ?? id);
    if (texts.some(text => holes(text).some(hole => !names.includes(hole))))
      return say('unknown {name}');
    if (plural === undefined && holes(texts[0] ?? '').length < names.length)
      return say('a {name} is lost');
    return [];
  });
}

function holes(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])];
}
