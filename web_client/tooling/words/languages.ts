/** The list of languages, read from languages.toml. */
import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';

export type Language = {
  code: string;
  name: string;
  dir: 'ltr' | 'rtl';
  plurals: string[];
  source?: boolean;
  complete?: boolean;
  development?: boolean;
};

export function languages(translations: string): Language[] {
  const text = readFileSync(`${translations}/languages.toml`, 'utf8');
  return (parse(text) as { language: Language[] }).language;
}
