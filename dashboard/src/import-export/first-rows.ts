// The first rows of a CSV that is still coming: quotes as RFC 4180 has them.

export async function firstRows(answer: Response, count: number): Promise<string[][]> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let rows: string[][] = [];
  for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) {
    text += next.value;
    rows = rowsOf(text);
    // The last one may go on with the next piece.
    if (rows.length > count) break;
  }
  await reader?.cancel();
  return rows.slice(0, count);
}

export function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (isQuoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted || (letter !== ',' && letter !== '\n')) {
      if (isQuoted || letter !== '\r') cell += letter;
    } else {
      row.push(cell);
      cell = '';
      if (letter === '\n') {
        rows.push(row);
        row = [];
      }
    }
  }
  return cell === '' && row.length === 0 ? rows : [...rows, [...row, cell]];
}
