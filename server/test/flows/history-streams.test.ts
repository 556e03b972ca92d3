import assert from 'node:assert/strict';
import { createReadStream, existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { constants, gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readSource } from '../../src/history/read-source.ts';
import { SourceError } from '../../src/history/source-error.ts';
import { inPieces, readAll, type SourceRead } from '../source-files.ts';

const delimiters = [',', ';', '\t', '|'] as const;
const lineEnds = ['\n', '\r\n', '\r'] as const;

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom('', 'a"b', 'x,y', 'x;y', '1\t2', 'l\nm', 'l\r\nm', 'l\rm', '"', ' pad ', 'é🙂'),
);
const cuts = fc.array(fc.nat(), { maxLength: 12 });

interface Written {
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: (typeof delimiters)[number];
  readonly end: (typeof lineEnds)[number];
  readonly quotesAll: boolean;
  readonly endsWithBreak: boolean;
}

const written: fc.Arbitrary<Written> = fc.record({
  rows: fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
  delimiter: fc.constantFrom(...delimiters),
  end: fc.constantFrom(...lineEnds),
  quotesAll: fc.boolean(),
  endsWithBreak: fc.boolean(),
});

function toText({ rows, delimiter, end, quotesAll, endsWithBreak }: Written): string {
  const quote = (text: string) =>
    quotesAll || /["\r\n,;\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = [['a', 'b', 'c'], ...rows].map((row) => row.map(quote).join(delimiter));
  return lines.join(end) + (endsWithBreak ? end : '');
}

describe('reading in any pieces', () => {
  test('gives back any table as it was written, as csv-parse reads it too', async () => {
    const property = fc.asyncProperty(written, cuts, async (table, places) => {
      const bytes = Buffer.from(toText(table));
      fc.pre(!bytes.includes(0));
      const { records, error } = await readAll(inPieces(bytes, places), { fileName: 'x.csv' });
      assert.equal(error, null);
      const wanted = table.rows.map(([a = '', b = '', c = '']) => ({ a, b, c }));
      assert.deepEqual(
        records.map(({ value }) => value),
        wanted,
      );
      const { delimiter, end } = table;
      const other = parse(bytes, { columns: true, delimiter, record_delimiter: end });
      assert.deepEqual(
        wanted,
        other.map((row) => ({ ...(row as object) })),
      );
    });
    await fc.assert(property, { numRuns: 300 });
  });

  test('never changes what is read, or where it breaks', async () => {
    const files = [
      'a,b\r\n"é\r\n🙂",2\r\n\r\n3,"x""y"\r\n4,5"\r\n',
      'a,b\r\n1,2\r\n3,"open\r\n',
      '\ufeffa;b\r1;"x\ry"\r2;3',
      '{"a":"é🙂"}\r\n\r\noops\r{"a":12345678901234567890}\n[1]\n{"b":1}',
      '{"x":{"y":[1.5e3,true,null]},\r\n"orders":[{"é":"🙂\\u00e9\\n"},\n{"n":12345678901234567890}]}',
      '{"orders":[{"a":1},\r\n{"a":tru}]}',
      Buffer.concat([Buffer.from('a,b\n1,🙂\n2,'), Buffer.from([0xe9]), Buffer.from('x\n')]),
      Buffer.from('\ufeffa,b\r\n🙂,2\r\n', 'utf16le'),
    ];
    const property = fc.asyncProperty(fc.constantFrom(...files), cuts, async (file, places) => {
      const bytes = Buffer.from(file);
      const [torn, whole] = [await readAll(inPieces(bytes, places)), await readAll(bytes)];
      if (whole.error === null) return assert.deepEqual(torn, whole);
      const placeOf = ({ error }: SourceRead) => [error?.code, error?.line, error?.byte];
      assert.deepEqual(placeOf(torn), placeOf(whole));
      // What stands before the break may come, if it comes whole; here that is one row at most.
      assert.ok(torn.records.every(({ number, line }) => number === 1 && line === 2));
    });
    await fc.assert(property, { numRuns: 400 });
  });

  test('of a gzip that breaks off anywhere gives whole records only, and an error', async () => {
    const rows = Array.from({ length: 40 }, (_, n) => ({ a: `row ${n}`, b: `"${'x'.repeat(n)}"` }));
    const csv = `a,b\n${rows.map(({ a, b }) => `${a},${b}`).join('\n')}\n`;
    const wanted = (await readAll(csv)).records;
    assert.equal(wanted.length, 40);
    for (const text of [csv, rows.map((row) => JSON.stringify(row)).join('\n')]) {
      const whole = (await readAll(text)).records;
      const packed = gzipSync(text, { level: constants.Z_BEST_SPEED });
      for (let length = 2; length < packed.length; length += 1) {
        const { records, error } = await readAll(packed.subarray(0, length));
        assert.equal(error?.code, 'gzip-broken', `cut after ${length}`);
        assert.deepEqual(records, whole.slice(0, records.length));
      }
    }
  });
});

const mega = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is held, without what only waits to be swept away. */
function heapInUse(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** As many pieces as are asked for, and how many were. */
function endless(first: string, rest: string, pieces: number) {
  const counted = { pieces: 0 };
  async function* make(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(first);
    const piece = Buffer.from(rest);
    for (; counted.pieces < pieces; counted.pieces += 1) yield piece;
  }
  return { bytes: make(), counted };
}

describe('memory', () => {
  const lines: readonly (readonly [string, string, string, number])[] = [
    ['of text', 'a,b\n1,', 'x'.repeat(mega), 2],
    ['of commas', 'a,b\n1', ','.repeat(mega), 2],
    ['in a quote', 'a,b\n1,"', 'x\n'.repeat(mega / 2), 2],
    ['that is the first', '', 'x'.repeat(mega), 1],
    ['of NDJSON', '{"a":1}\n{"a":"', 'x'.repeat(mega), 2],
    ['of JSON', '{"orders":[{"a":"', 'x'.repeat(mega), 1],
  ];
  for (const [name, first, rest, line] of lines) {
    test(`is not exhausted by a line of 2 GB ${name}: reading stops after 4 MB`, async () => {
      const { bytes, counted } = endless(first, rest, 2048);
      const before = heapInUse();
      const { error } = await readAll(bytes);
      const growth = Math.round((process.memoryUsage().heapUsed - before) / mega);
      assert.ok(growth < 64, `${growth} MB`);
      assert.ok(counted.pieces < 16, `${counted.pieces} MB were read`);
      const code = name === 'in a quote' ? 'quote-broken' : 'record-too-long';
      assert.deepEqual([error?.code, error?.line], [code, line]);
    });
  }

  test('stays level while 40 MB of rows pass', async () => {
    const { bytes } = endless(
      'a,b,c\n',
      'a text of a row,12.50,"quoted, too"\n'.repeat(30_000),
      40,
    );
    let records = 0;
    let highest = 0;
    const before = heapInUse();
    for await (const _ of readSource(bytes, { fileName: 'x.csv', recordPaths: [] })) {
      records += 1;
      if (records % 100_000 === 0) highest = Math.max(highest, heapInUse());
    }
    assert.equal(records, 1_200_001);
    assert.ok(highest - before < 16 * mega, `${Math.round((highest - before) / mega)} MB`);
  });

  test('and the source are let go when the reader stops early, or the source fails', async () => {
    let isClosed = false;
    async function* source(fails: boolean): AsyncGenerator<Uint8Array> {
      try {
        for (let n = 0; n < 1000; n += 1) {
          yield Buffer.from(`a,b\n${n},2\n`.repeat(1000));
          if (fails) throw new Error('the connection is gone');
        }
      } finally {
        isClosed = true;
      }
    }
    for await (const item of readSource(source(false), { fileName: 'x', recordPaths: [] })) {
      if ('value' in item) break;
    }
    assert.ok(isClosed);
    await assert.rejects(readAll(source(true)), (error) => !(error instanceof SourceError));
  });
});

const shared = join(import.meta.dirname, '../../../../shared/data');

describe('the real files in ../shared', { skip: !existsSync(shared) && 'there are none' }, () => {
  test('hold the 541,909 lines of Online Retail', async () => {
    const path = join(shared, 'uci-online-retail/online_retail.csv.gz');
    let count = 0;
    let quantity = 0;
    const options = { fileName: 'online_retail.csv.gz', recordPaths: [] };
    for await (const item of readSource(createReadStream(path), options)) {
      if (!('value' in item)) continue;
      count += 1;
      quantity += Number(item.value['Quantity']);
      assert.equal(item.line, item.number + 1);
      assert.equal(Object.keys(item.value).length, 8);
    }
    assert.deepEqual([count, quantity], [541_909, 5_176_450]);
  });

  test('hold the exports of channels and the payloads of their APIs', async () => {
    for (const folder of ['exports', 'shopify-json', 'woocommerce-json', 'amazon-json']) {
      const files = await readdir(join(shared, 'order-payloads', folder));
      for (const fileName of files) {
        const bytes = createReadStream(join(shared, 'order-payloads', folder, fileName));
        const { format, records, error } = await readAll(bytes, {
          fileName,
          recordPaths: ['orders', ''],
        });
        assert.equal(error, null, fileName);
        assert.equal(format?.format, folder === 'exports' ? 'csv' : 'json', fileName);
        assert.ok(records.length > 0 || fileName.includes('header'), fileName);
      }
    }
  });
});
