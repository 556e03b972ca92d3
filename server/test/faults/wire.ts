// PostgreSQL's wire protocol, as far as somebody between the two ends must know it: where a message
// ends, which statement it carries, and how many rows that touched.

export interface Message {
  readonly type: string;
  readonly body: Buffer;
  /** As it goes on. */
  readonly raw: Buffer;
}

/**
 * Cuts a stream into its messages.
 *
 * @param isClient a client's first message has no type
 */
export function messageReader(isClient: boolean): (chunk: Buffer) => Message[] {
  let rest = Buffer.alloc(0);
  let isFirst = isClient;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    const messages: Message[] = [];
    for (;;) {
      const at = isFirst ? 0 : 1;
      if (rest.length < at + 4) return messages;
      const end = at + rest.readUInt32BE(at);
      if (rest.length < end) return messages;
      const type = isFirst ? '' : String.fromCharCode(rest[0] ?? 0);
      messages.push({ type, body: rest.subarray(at + 4, end), raw: rest.subarray(0, end) });
      rest = rest.subarray(end);
      isFirst = false;
    }
  };
}

export interface SentStatement {
  readonly name: string;
  readonly text: string;
}

/** Follows what a client sends; @returns the statement that a message has carried out, if it does. */
export function statementReader(): (message: Message) => SentStatement | undefined {
  const texts = new Map<string, string>();
  let bound = '';
  return ({ type, body }) => {
    const [first = '', second = ''] = body.toString('utf8').split('\0');
    if (type === 'Q') return { name: '', text: first };
    if (type === 'P') texts.set(first, second);
    if (type === 'B') bound = second;
    return type === 'E' ? { name: bound, text: texts.get(bound) ?? '' } : undefined;
  };
}

/** Of `INSERT 0 3` and the like. */
export function rowsOf(complete: Message): number {
  return Number(/(\d+)\0$/.exec(complete.body.toString('latin1'))?.[1] ?? 0);
}

export function isWrite({ text }: SentStatement): boolean {
  return /\b(insert into|delete from|update (?!skip\b)\S+ )/i.test(text);
}
