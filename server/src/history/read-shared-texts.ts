// Most texts of a workbook stand in one list that its cells point into, in any order: it is the
// one thing that must be held in memory, and therefore has a limit.
import type { Workbook } from './open-workbook.ts';
import { readXml } from './read-xml.ts';
import { SourceError } from './source-error.ts';

const sharedLengthMax = 64 * 1024 * 1024;
const path = 'xl/sharedStrings.xml';

export async function readSharedTexts(workbook: Workbook): Promise<readonly string[]> {
  const texts: string[] = [];
  if (!workbook.has(path)) return texts;
  const collector = new TextCollector();
  let length = 0;
  const listener = {
    opens: (name: string) => collector.opens(name),
    text: (part: string) => collector.text(part),
    closes: (name: string) => {
      collector.closes(name);
      if (name !== 'si') return;
      const text = collector.take();
      // An entry costs memory even if it is empty.
      length += text.length + 16;
      if (length > sharedLengthMax) throw tooLarge();
      texts.push(text);
    },
  };
  const progress = { units: () => texts.length, line: () => 1 };
  for await (const _ of readXml(workbook.part(path), listener, progress));
  return texts;
}

/** The text of a cell, whose parts may be set in several fonts; without how it is pronounced. */
export class TextCollector {
  #parts: string[] = [];
  #isText = false;
  #isPhonetic = false;

  opens(name: string): void {
    if (name === 'rPh') this.#isPhonetic = true;
    this.#isText = name === 't' && !this.#isPhonetic;
  }

  text(part: string): void {
    if (this.#isText) this.#parts.push(part);
  }

  closes(name: string): void {
    if (name === 'rPh') this.#isPhonetic = false;
    this.#isText = false;
  }

  take(): string {
    const text = this.#parts.join('');
    this.#parts = [];
    // Characters that XML cannot hold are written as _x000D_.
    return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
}

function tooLarge(): SourceError {
  return new SourceError({
    code: 'workbook-too-large',
    detail: 'The workbook holds more than 64 MB of different texts, which must be held in memory.',
    suggestion: 'Save the sheet as CSV and import that: it can be of any size.',
  });
}
