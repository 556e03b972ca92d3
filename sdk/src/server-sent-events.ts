// Reads server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html

export interface Message {
  /** Where the stream is now; a message without data says just that. */
  readonly id: string | null;
  readonly data: string | null;
}

/** A message that the connection cut off is dropped, as the standard says. */
export async function* messagesOf(
  lines: AsyncIterable<string>,
): AsyncGenerator<Message, void, undefined> {
  let id: string | null = null;
  let data: string[] = [];
  for await (const line of lines) {
    if (line === '') {
      if (id !== null || data.length > 0)
        yield { id, data: data.length === 0 ? null : data.join('\n') };
      id = null;
      data = [];
    } else if (line.startsWith('data:')) data.push(contentOf(line));
    else if (line.startsWith('id:')) id = contentOf(line);
  }
}

function contentOf(line: string): string {
  const value = line.slice(line.indexOf(':') + 1);
  return value.startsWith(' ') ? value.slice(1) : value;
}
