/** Everything a person reads, in their language. English is the key and needs no catalog. */

import { languages, loaders } from 'virtual:catalogs';
import { signal } from '@preact/signals';

export { languages };
export type Values = Record<string, string | number>;
export type Part =
  | 'shared'
  | 'child'
  | 'people'
  | 'desk'
  | 'proof'
  | 'phone'
  | 'seen'
  | 'given'
  | 'talk'
  | 'meeting'
  | 'live'
  | 'decided';

export const language = signal('en');
const catalog = signal<Record<string, string | string[]>>({});
const wanted = new Set<Part>(['shared']);
/** Browsers lack some languages: ours comes with the words of the language, and only then. */
let welsh: typeof import('./welsh') | null = null;

/** Switches language; resolves when its words are here. Offline it keeps the words it has. */
export async function speak(code: string): Promise<void> {
  const chosen = languages.find(one => one.code === code) ?? languages[0];
  if (!chosen) return;
  catalog.value = await words(chosen.code);
  language.value = chosen.code;
  document.documentElement.lang = chosen.code;
  document.documentElement.dir = chosen.dir;
}

/** Loads the words of one part of the client, before its screens are shown. */
export async function need(...parts: Part[]): Promise<void> {
  const before = wanted.size;
  for (const part of parts) wanted.add(part);
  if (wanted.size > before) catalog.value = await words(language.value);
}

/** The Welsh way with days, times and lists; null where Welsh was never asked for. */
export function inWelsh(): typeof welsh {
  return welsh;
}

async function learn(code: string): Promise<void> {
  if (code === 'cy') welsh ??= await import('./welsh');
}

async function words(code: string): Promise<Record<string, string | string[]>> {
  const learning = learn(code);
  const parts = [...wanted].map(part => loaders[`${code}/${part}`]?.());
  const loaded = await Promise.all(parts);
  await learning;
  return Object.assign({}, ...loaded.map(one => one?.default));
}

/** The texts of one part in a language that is not the reader's own, as on a card for somebody else. */
export async function inLanguage(code: string, part: Part): Promise<typeof t> {
  const loaded = await Promise.all([loaders[`${code}/shared`]?.(), loaders[`${code}/${part}`]?.()]);
  await learn(code);
  const texts: Record<string, string | string[]> = Object.assign(
    {},
    ...loaded.map(one => one?.default),
  );
  return (text, values) => {
    const found = texts[text];
    return fill(typeof found === 'string' && found ? found : text, values);
  };
}

/** A text: `t('Hello {name}', { name })`. Give it a plain string literal. */
export function t(text: string, values?: Values): string {
  const found = catalog.value[text];
  return fill(typeof found === 'string' && found ? found : text, values);
}

/** A text that counts: `tn('{n} day', '{n} days', n)`. */
export function tn(one: string, many: string, n: number, values?: Values): string {
  const found = catalog.value[one];
  const category = new Intl.PluralRules(language.value).select(n);
  const all = { n, ...values };
  if (!Array.isArray(found)) return fill(category === 'one' ? one : many, all);
  const plurals = languages.find(known => known.code === language.value)?.plurals ?? [];
  return fill(found[plurals.indexOf(category)] || found.at(-1) || many, all);
}

/** The text of a question set, which the extraction finds in its file. */
export function tq(text: string): string;
export function tq(text: string | null | undefined): string | null;
export function tq(text: string | null | undefined): string | null {
  const found = text ? catalog.value[text] : null;
  return typeof found === 'string' && found ? found : (text ?? null);
}

function fill(text: string, values: Values | undefined): string {
  if (!values) return text;
  const said = text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
  return language.value === 'cy' && welsh ? welsh.mendWelsh(said) : said;
}
