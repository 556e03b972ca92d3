// One JSON object per line. A line that is none is a problem of that line alone.
import {
  isJsonObject,
  problemTextMax,
  type RecordProblem,
  type SourceProblemCode,
  type SourceRecord,
} from '@doorstep/core/history/source-record.ts';
import { parseJson } from './parse-json.ts';
import { recordLengthMax, recordTooLong } from './source-error.ts';

type Item = SourceRecord | RecordProblem;

/** In batches, one for each piece of text. */
export async function* readNdjson(text: AsyncIterable<string>): AsyncGenerator<readonly Item[]> {
  let number = 0;
  for await (const lines of lineBatches(text)) {
    yield lines.map((line) => {
      number += 1;
      return toItem(number, line);
    });
  }
}

interface Line {
  readonly line: number;
  readonly text: string;
}

async function* lineBatches(text: AsyncIterable<string>): AsyncGenerator<readonly Line[]> {
  let line = 1;
  let rest = '';
  const toLine = (content: string): Line => ({ line: line++, text: content });
  for await (const piece of text) {
    rest += piece;
    if (!/[\r\n]/.test(piece)) {
      if (rest.length > recordLengthMax) throw recordTooLong(line);
      continue;
    }
    // A CR at the end may be half of a CR LF.
    const parts = rest.split(/\r\n|\n|\r(?!$)/);
    rest = parts.pop() ?? '';
    yield checkedLines(parts.map(toLine));
  }
  yield checkedLines(rest.split(/\r/).map(toLine));
}

function checkedLines(lines: readonly Line[]): readonly Line[] {
  const tooLong = lines.find(({ text }) => text.length > recordLengthMax);
  if (tooLong !== undefined) throw recordTooLong(tooLong.line);
  return lines.filter(({ text }) => text.trim() !== '');
}

function toItem(number: number, { line, text }: Line): Item {
  try {
    const value = parseJson(text);
    if (isJsonObject(value)) return { number, line, value };
    return recordProblem({ number, line, text, code: 'not-an-object' });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return recordProblem({ number, line, text, code: 'not-json', reason: error.message });
  }
}

interface Unreadable {
  readonly number: number;
  readonly line: number;
  readonly text: string;
  readonly code: SourceProblemCode;
  readonly reason?: string;
}

export function recordProblem({ number, line, text, code, reason }: Unreadable): RecordProblem {
  const told =
    code === 'not-json'
      ? {
          detail: `Line ${line} is not valid JSON: ${reason ?? 'it breaks off'}.`,
          suggestion:
            'Each line must hold one whole JSON object; repair the line, or leave it out.',
        }
      : {
          detail: `The record on line ${line} is valid JSON, but no object with fields.`,
          suggestion: 'Write it as {"field": "value"}.',
        };
  return { number, line, code, ...told, text: text.slice(0, problemTextMax) };
}
