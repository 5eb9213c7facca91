/** Gives the client its words: `virtual:catalogs` lists the languages and loads one part of one catalog. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { type Language, languages } from './words/languages.ts';
import { PARTS, type Part, partsOf } from './words/parts.ts';
import { readPo } from './words/po.ts';
import { pseudo } from './words/pseudo.ts';

const TRANSLATIONS = fileURLToPath(new URL('../../translations', import.meta.url));
const LIST = 'virtual:catalogs';
const ONE = 'virtual:catalog/';

export function catalogs(): Plugin {
  let developing = false;
  return {
    name: 'catalogs',
    configResolved(config) {
      developing = config.command === 'serve' || config.mode === 'development';
    },
    resolveId: id => (id === LIST || id.startsWith(ONE) ? `\0${id}` : null),
    load(id) {
      if (id === `\0${LIST}`) return list(known(developing));
      if (!id.startsWith(`\0${ONE}`)) return null;
      const [code = '', part = ''] = id.slice(ONE.length + 1).split('/');
      const language = languages(TRANSLATIONS).find(one => one.code === code);
      if (!language) throw new Error(`No language ${code} in languages.toml`);
      this.addWatchFile(poFile(code));
      return `export default ${JSON.stringify(catalog(language, part as Part))}`;
    },
  };
}

function known(developing: boolean): Language[] {
  return languages(TRANSLATIONS).filter(one => developing || !one.development);
}

function list(offered: Language[]): string {
  const facts = offered.map(({ code, name, dir, plurals }) => ({ code, name, dir, plurals }));
  const loaders = offered
    .filter(one => !one.source)
    .flatMap(({ code }) => PARTS.map(part => `${code}/${part}`))
    .map(name => `  ${JSON.stringify(name)}: () => import(${JSON.stringify(ONE + name)}),`);
  return `export const languages = ${JSON.stringify(facts)};\nexport const loaders = {\n${loaders.join('\n')}\n};\n`;
}

/** A pseudo-language has the same keys as the template; its text is made from English. */
function catalog(language: Language, part: Part): Record<string, string | string[]> {
  const path = language.development ? `${TRANSLATIONS}/messages.pot` : poFile(language.code);
  if (!existsSync(path)) return {};
  const mine = readPo(readFileSync(path, 'utf8')).filter(one => partsOf(one.places).has(part));
  const entries: [string, string | string[]][] = [];
  for (const { id, plural, texts, fuzzy } of mine) {
    if (language.development) {
      entries.push([id, plural === undefined ? pseudo(id) : [pseudo(id), pseudo(plural)]]);
    } else if (!fuzzy && texts.some(text => text !== '')) {
      entries.push([id, plural === undefined ? (texts[0] ?? '') : texts]);
    }
  }
  return Object.fromEntries(entries);
}

function poFile(code: string): string {
  return `${TRANSLATIONS}/${code}/LC_MESSAGES/messages.po`;
}
