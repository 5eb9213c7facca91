/** Finds every text a person reads and writes translations/messages.pot. Anything but a literal is refused. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '@babel/parser';
import { type Message, writePot } from './po.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SOURCES = join(ROOT, 'web_client/src');
const QUESTION_SETS = join(ROOT, 'backend/cadair/contributions/question_sets');
/** In a question set these properties are read by a person. */
const SPOKEN = new Set(['title', 'ask', 'hint', 'say', 'starters']);

type Found = { id: string; plural?: string; place: string; note?: string };
type Node = { type: string; loc?: { start: { line: number } }; [key: string]: unknown };

export function main(): number {
  const { found, refused } = findAll();
  for (const complaint of refused) console.error(complaint);
  if (refused.length > 0) return 1;
  writeFileSync(join(ROOT, 'translations/messages.pot'), writePot(gather(found)));
  return 0;
}

export function template(): string {
  return writePot(gather(findAll().found));
}

function findAll(): { found: Found[]; refused: string[] } {
  const refused: string[] = [];
  const found = filesIn(SOURCES, /\.tsx?$/).flatMap(path =>
    inCode(readFileSync(path, 'utf8'), relative(ROOT, path), refused),
  );
  for (const path of filesIn(QUESTION_SETS, /\.json$/)) {
    found.push(...inData(JSON.parse(readFileSync(path, 'utf8')), relative(ROOT, path)));
  }
  return { found, refused };
}

export function inCode(code: string, place: string, refused: string[]): Found[] {
  const found: Found[] = [];
  const ast = parse(code, { sourceType: 'module', plugins: ['typescript', 'jsx'] });
  walk(ast.program as unknown as Node, node => {
    const name = (node.callee as Node | undefined)?.name;
    if (node.type !== 'CallExpression' || (name !== 't' && name !== 'tn')) return;
    const args = node.arguments as Node[];
    const texts = (name === 't' ? args.slice(0, 1) : args.slice(0, 2)).map(literal);
    const [id, plural] = texts;
    if (id === undefined || (name === 'tn' && plural === undefined)) {
      refused.push(`${place}:${node.loc?.start.line}: ${name}() takes a plain string literal`);
    } else found.push({ id, plural, place });
  });
  return found;
}

export function inData(value: unknown, place: string, spoken = false): Found[] {
  if (typeof value === 'string') return spoken && value ? [{ id: value, place }] : [];
  if (Array.isArray(value)) return value.flatMap(one => inData(one, place, spoken));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => inData(inner, place, SPOKEN.has(key)));
}

function gather(found: Found[]): Message[] {
  const messages = new Map<string, Message>();
  for (const { id, plural, place } of found) {
    const message = messages.get(id) ?? { id, texts: [], places: [], notes: [] };
    if (plural !== undefined) message.plural = plural;
    if (!message.places.includes(place)) message.places.push(place);
    messages.set(id, message);
  }
  return [...messages.values()];
}

function literal(node: Node | undefined): string | undefined {
  return node?.type === 'StringLiteral' ? (node.value as string) : undefined;
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child === 'object' && typeof child.type === 'string') walk(child, visit);
    }
  }
}

function filesIn(folder: string, wanted: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && wanted.test(entry.name))
    .map(entry => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
