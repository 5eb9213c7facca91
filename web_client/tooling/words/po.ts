/** Reads and writes gettext catalogs, as far as this project uses them. */

export type Message = {
  id: string;
  plural?: string;
  texts: string[];
  places: string[];
  notes: string[];
  fuzzy?: boolean;
};

export function readPo(text: string): Message[] {
  const messages: Message[] = [];
  let message = blank();
  let take: (part: string) => void = () => {};
  const finish = () => {
    if (message.id !== '') messages.push(message);
    message = blank();
  };
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') finish();
    else if (line.startsWith('#~')) continue;
    else if (line.startsWith('#:')) message.places.push(...line.slice(2).trim().split(/\s+/));
    else if (line.startsWith('#.')) message.notes.push(line.slice(2).trim());
    else if (line.startsWith('#,')) message.fuzzy = line.includes('fuzzy');
    else if (line.startsWith('msgid_plural ')) take = adder(part => setPlural(message, part));
    else if (line.startsWith('msgid ')) take = adder(part => setId(message, part));
    else if (line.startsWith('msgstr')) {
      const index = Number(/^msgstr\[(\d+)\]/.exec(line)?.[1] ?? 0);
      message.texts[index] = '';
      const target = message.texts;
      take = adder(part => {
        target[index] += part;
      });
    }
    const quoted = /"(.*)"\s*$/.exec(line);
    if (quoted && !line.startsWith('#')) take(unquote(quoted[0]));
  }
  finish();
  return messages;
}

export function writePot(messages: Message[]): string {
  const head = [
    'msgid ""',
    'msgstr ""',
    '"Project-Id-Version: cadair\\n"',
    '"MIME-Version: 1.0\\n"',
    '"Content-Type: text/plain; charset=utf-8\\n"',
    '"Content-Transfer-Encoding: 8bit\\n"',
  ].join('\n');
  return `${[head, ...messages.map(block)].join('\n\n')}\n`;
}

function block(message: Message): string {
  const lines = message.notes.map(note => `#. ${note}`);
  lines.push(...message.places.map(place => `#: ${place}`));
  lines.push(`msgid ${JSON.stringify(message.id)}`);
  if (message.plural === undefined) lines.push('msgstr ""');
  else {
    lines.push(`msgid_plural ${JSON.stringify(message.plural)}`, 'msgstr[0] ""', 'msgstr[1] ""');
  }
  return lines.join('\n');
}

function blank(): Message {
  return { id: '', texts: [], places: [], notes: [] };
}

function adder(add: (part: string) => void): (part: string) => void {
  return add;
}

function setId(message: Message, part: string): void {
  message.id += part;
}

function setPlural(message: Message, part: string): void {
  message.plural = (message.plural ?? '') + part;
}

function unquote(quoted: string): string {
  return JSON.parse(quoted.trim()) as string;
}
