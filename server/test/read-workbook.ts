// Reads a workbook as a spreadsheet does, just enough for tests: its sheets, rows and cells.
// Only what stands in the file counts; nothing here knows how it was written.
// cspell:ignore rels

import { unzipSync } from 'fflate';

export interface Cell {
  /** `n` a number, `b` a truth value, `inlineStr` text; undefined where nothing stands. */
  readonly type: string | undefined;
  readonly style: number;
  readonly text: string;
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

export function sheetsOf(file: Uint8Array): Sheet[] {
  const entries = unzipSync(file);
  const read = (name: string): string => {
    const bytes = entries[name];
    if (bytes === undefined) throw new Error(`${name} is not in the workbook`);
    return Buffer.from(bytes).toString('utf8');
  };
  const relations = new Map(
    [...read('xl/_rels/workbook.xml.rels').matchAll(/Id="(\w+)"[^>]*Target="([^"]+)"/g)].map(
      ([, id = '', target = '']) => [id, target],
    ),
  );
  return [...read('xl/workbook.xml').matchAll(/<sheet name="([^"]+)"[^>]*r:id="(\w+)"/g)].map(
    ([, name = '', id = '']) => ({ name, rows: rowsOf(read(`xl/${relations.get(id)}`)) }),
  );
}

function rowsOf(xml: string): Cell[][] {
  return [...xml.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c((?: \w+="\w+")*)(?:\/>|>(.*?)<\/c>)/gs)].map(([, head = '', inner]) => ({
      type: inner === undefined ? undefined : (/ t="(\w+)"/.exec(head)?.[1] ?? 'n'),
      style: Number(/ s="(\d+)"/.exec(head)?.[1] ?? 0),
      text: unescaped((inner ?? '').replaceAll(/<[^>]+>/g, '')),
    })),
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
