// The lines of an answer, as they arrive.

/** @param onBytes called whenever something came, be it half a line */
export async function* linesOf(
  response: Response,
  onBytes: () => void = () => {},
): AsyncGenerator<string, void, undefined> {
  if (response.body === null) return;
  // Not `for await`: not every browser can iterate a stream.
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      onBytes();
      rest += decoder.decode(value, { stream: true });
      // A CR at the very end may be the first half of a CRLF.
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      yield* lines;
    }
    rest += decoder.decode();
    if (rest !== '') yield rest.replace(/\r$/, '');
  } finally {
    // Told to end early: the connection is of no more use.
    await reader.cancel().catch(() => {});
  }
}
