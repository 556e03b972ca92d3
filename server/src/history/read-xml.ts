// XML as a stream of events. Names lose their prefix: some programs write x:row for row.
import { SaxesParser } from 'saxes';
import { brokenWorkbook } from './open-workbook.ts';
import { recordTooLong, SourceError } from './source-error.ts';

export interface XmlListener {
  readonly opens: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly closes?: (name: string) => void;
}

export interface XmlProgress {
  /** Rows or texts so far: what lies between two of them is bounded. */
  readonly units: () => number;
  readonly line: () => number;
}

/** Of one row, or one text, with all its tags; four times what a record may hold. */
const xmlLengthMax = 16 * 1024 * 1024;

/** Yields after each piece, so that the caller can take what has come. */
export async function* readXml(
  bytes: AsyncIterable<Buffer>,
  listener: XmlListener,
  progress: XmlProgress,
): AsyncGenerator<void> {
  const parser = listenTo(new SaxesParser({ position: false }), listener);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let units = 0;
  let length = 0;
  for await (const piece of bytes) {
    try {
      parser.write(decoder.decode(piece, { stream: true }));
    } catch (error) {
      throw error instanceof SourceError ? error : brokenWorkbook(error);
    }
    length = progress.units() === units ? length + piece.length : 0;
    units = progress.units();
    if (length > xmlLengthMax) throw recordTooLong(progress.line());
    yield;
  }
  try {
    parser.write(decoder.decode()).close();
  } catch (error) {
    throw error instanceof SourceError ? error : brokenWorkbook(error);
  }
  yield;
}

function listenTo(parser: SaxesParser, listener: XmlListener): SaxesParser {
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    listener.opens(localName(name), attributes as Record<string, string>);
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  parser.on('closetag', ({ name }) => listener.closes?.(localName(name)));
  return parser;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
