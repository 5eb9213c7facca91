/** A made-up language: accents, longer text and brackets show what was not translated or does not fit. */

const ACCENTS: Record<string, string> = Object.fromEntries(
  [...'aáeéiíoóuúyýcçnñsŝzžAÁEÉIÍOÓUÚYÝCÇNÑSŜZŽ'.matchAll(/(.)(.)/gu)].map(pair => [
    pair[1] ?? '',
    pair[2] ?? '',
  ]),
);

export function pseudo(text: string): string {
  const parts = text.split(/(\{[^}]*\})/);
  const accented = parts
    .map(part => (part.startsWith('{') ? part : [...part].map(c => ACCENTS[c] ?? c).join('')))
    .join('');
  return `[${accented}${'~'.repeat(Math.ceil(text.length / 4))}]`;
}
