// The first line of a text, and all of the text after it once more.

export interface PeekedText {
  /** To the end of the first line that is not blank, if that is not very long. */
  readonly head: string;
  readonly text: AsyncIterable<string>;
}

const headLengthMax = 1024 * 1024;

export async function peekText(text: AsyncGenerator<string>): Promise<PeekedText> {
  const pieces: string[] = [];
  let head = '';
  for (let next = await text.next(); next.done !== true; next = await text.next()) {
    pieces.push(next.value);
    head += next.value;
    // What follows the first line tells one JSON object from many.
    if (head.length > headLengthMax || /[\r\n]\s*\S/.test(head.trimStart())) break;
  }
  return { head, text: allText(pieces, text) };
}

async function* allText(pieces: string[], rest: AsyncGenerator<string>): AsyncGenerator<string> {
  for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) yield piece;
  yield* rest;
}
