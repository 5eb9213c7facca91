/** What stands in a conversation: messages and notes in one order, safety words apart from the rest. Pure. */
import type { Note, OfficerMessage, Talk } from '../api/inbox';

export type Entry =
  | { kind: 'message'; at: string; message: OfficerMessage }
  | { kind: 'note'; at: string; note: Note };

/** Oldest first. */
export function inOrder({ messages, notes }: Pick<Talk, 'messages' | 'notes'>): Entry[] {
  const all: Entry[] = [
    ...messages.map(message => ({ kind: 'message' as const, at: message.received_at, message })),
    ...notes.map(note => ({ kind: 'note' as const, at: note.written_at, note })),
  ];
  return all.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

/** The newest that another wrote and this officer has not read; null when there is none. */
export function unreadBy(me: string, messages: OfficerMessage[]): OfficerMessage | null {
  const unread = messages.filter(
    one =>
      !one.from_me && one.words !== null && !one.read_by.some(reading => reading.who.id === me),
  );
  return unread[unread.length - 1] ?? null;
}

export type Piece = { text: string; word: boolean };

/** The text cut where a safety word stands, whatever its capitals; nothing of it is changed. */
export function marked(text: string, words: string[]): Piece[] {
  const found = [...new Set(words.filter(Boolean))].sort((a, b) => b.length - a.length);
  if (found.length === 0) return [{ text, word: false }];
  const pattern = new RegExp(`(${found.map(escaped).join('|')})`, 'giu');
  return text
    .split(pattern)
    .map((piece, index) => ({ text: piece, word: index % 2 === 1 }))
    .filter(piece => piece.text !== '');
}

/** Every apostrophe and every space stands for all of its kind: phones write them differently. */
function escaped(word: string): string {
  return word
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/['’‘]/g, "['’‘]")
    .replace(/\s+/g, '\\s+');
}

/** The newest that the party wrote after any answer and nobody let rest; null when nothing waits. */
export function waitingFor(talk: Pick<Talk, 'messages' | 'with'>): OfficerMessage | null {
  const last = talk.messages.filter(one => one.words !== null).at(-1);
  return last && last.author.id === talk.with.id && !last.no_answer_at ? last : null;
}
