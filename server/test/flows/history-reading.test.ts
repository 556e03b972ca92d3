import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readAll } from '../source-files.ts';

const valuesOf = async (content: string | Uint8Array, fileName = 'orders.csv') => {
  const { records, error } = await readAll(content, { fileName });
  assert.equal(error, null);
  return records.map(({ value }) => value);
};

const errorOf = async (...args: Parameters<typeof readAll>) => {
  const { error } = await readAll(...args);
  assert.ok(error, 'an error was expected');
  assert.ok(error.suggestion.length > 10);
  return error;
};

describe('a table', () => {
  for (const [name, delimiter] of Object.entries({
    comma: ',',
    semicolon: ';',
    tab: '\t',
    bar: '|',
  })) {
    test(`is read with ${name} between its fields, found from the header`, async () => {
      const text = `Name${delimiter}"a,;|\tb"\nMüller${delimiter}2\n`;
      const { format, records } = await readAll(text);
      assert.equal(format?.delimiter, delimiter);
      assert.deepEqual(records, [
        { number: 1, line: 2, value: { Name: 'Müller', 'a,;|\tb': '2' } },
      ]);
    });
  }

  for (const [name, end] of Object.entries({ LF: '\n', 'CR LF': '\r\n', CR: '\r' })) {
    test(`tells the right lines with ${name}, blank lines and line breaks in quotes`, async () => {
      const rows = ['a,b', '', '1,"x', 'y', 'z"', '', '2,"say ""hi"""', '3,4'];
      const { records, error } = await readAll(rows.join(end));
      assert.equal(error, null);
      assert.deepEqual(records, [
        { number: 1, line: 3, value: { a: '1', b: ['x', 'y', 'z'].join(end) } },
        { number: 2, line: 7, value: { a: '2', b: 'say "hi"' } },
        { number: 3, line: 8, value: { a: '3', b: '4' } },
      ]);
    });
  }

  test('loses no cell of a row that is longer than its header, and takes shorter ones', async () => {
    const values = await valuesOf('a,b\n1,2,3,4\n5\n,\nTotal: 2\n');
    assert.deepEqual(values, [
      { a: '1', b: '2', '(column 3)': '3', '(column 4)': '4' },
      { a: '5' },
      { a: '', b: '' },
      { a: 'Total: 2' },
    ]);
  });

  test('gives columns of the same name, and of none, names of their own', async () => {
    const { format } = await readAll('Name,Name,Name (2),,__proto__,Name\n1,2,3,4,5,6\n');
    const columns = ['Name', 'Name (3)', 'Name (2)', '(column 4)', '__proto__', 'Name (4)'];
    assert.deepEqual(format?.columns, columns);
    const [value] = await valuesOf('__proto__,a\n1,2\n');
    assert.deepEqual(Object.keys(value ?? {}), ['__proto__', 'a']);
  });

  test('keeps quotes that belong to the text', async () => {
    const values = await valuesOf('a,b\n12" ruler,"Best" mug\n');
    assert.deepEqual(values, [{ a: '12" ruler', b: '"Best" mug' }]);
  });

  test('of a header alone has no records', async () => {
    assert.deepEqual(await valuesOf('a,b\n'), []);
  });

  test('names the line where a quote opened that is never closed', async () => {
    const error = await errorOf('a,b\n1,2\n"x\ny",3\n4,"oops\n5,6\n7,8\n');
    assert.deepEqual([error.code, error.line], ['quote-broken', 5]);
  });

  test('names the line where a quote opened that swallowed other rows', async () => {
    const error = await errorOf('a,b\n1,"oops\n2,"fine"\n');
    assert.deepEqual([error.code, error.line], ['quote-broken', 2]);
    assert.match(error.detail, /on line 3/);
  });

  test('without a column that is needed is refused, and told what may be meant', async () => {
    const error = await errorOf('order id,Totals,Note\n1,2,3\n', {
      requiredColumns: ['Order ID', 'Total', 'Email', 'Note'],
    });
    assert.deepEqual([error.code, error.line], ['columns-missing', 1]);
    assert.match(error.detail, /Order ID, Total, Email\. It has: order id, Totals, Note/);
    assert.match(error.suggestion, /"order id" where "Order ID".*"Totals" where "Total"/);
  });
});

describe('text', () => {
  test('loses the mark at its beginning, whatever encoding that tells', async () => {
    const table = 'Name,n\nZoë 🙂,1\n';
    const utf16 = Buffer.from(`\ufeff${table}`, 'utf16le');
    const files = [Buffer.from(`\ufeff${table}`), utf16, Buffer.from(utf16).swap16()];
    for (const file of files) {
      assert.deepEqual(await valuesOf(file), [{ Name: 'Zoë 🙂', n: '1' }]);
    }
  });

  test('that is not UTF-8 is refused with its place, and read if its encoding is told', async () => {
    const file = Buffer.from('Name,n\nAnna,1\nRené,2\n', 'latin1');
    const error = await errorOf(file);
    assert.deepEqual([error.code, error.line, error.byte], ['encoding-invalid', 3, 18]);
    assert.match(error.suggestion, /windows-1252/);
    const { records } = await readAll(file, { encoding: 'windows-1252' });
    assert.equal(records[1]?.value['Name'], 'René');
  });

  test('that is not UTF-8 far down, or breaks off inside a letter, is refused there', async () => {
    const rows = `a,b\n${'x,\ufffd\n'.repeat(50_000)}`;
    const far = await errorOf(Buffer.concat([Buffer.from(rows), Buffer.from([0x31, 0xe9, 0x2c])]));
    assert.deepEqual([far.line, far.byte], [50_002, Buffer.byteLength(rows) + 2]);
    const cut = await errorOf(Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xf0, 0x9f])]));
    assert.deepEqual([cut.code, cut.line, cut.byte], ['encoding-invalid', 2, 7]);
  });

  test('with a NUL byte is refused with its place', async () => {
    const error = await errorOf('a,b\n1,2\n3\0,4\n');
    assert.deepEqual([error.code, error.line, error.byte], ['nul-byte', 3, 10]);
    const unmarked = await errorOf(Buffer.from('a,b\n', 'utf16le'));
    assert.match(unmarked.suggestion, /utf-16le/);
  });
});

describe('JSON', () => {
  test('in lines gives a problem for each line that is no object, and goes on', async () => {
    const lines = ['{"a":1}', '', 'oops', '[1]', '{"a":', '{"b":2}'];
    for (const end of ['\n', '\r\n', '\r']) {
      const { format, records, problems } = await readAll(lines.join(end));
      assert.equal(format?.format, end === '\n' ? 'ndjson' : format?.format);
      assert.deepEqual(
        records.map(({ number, line }) => [number, line]),
        [
          [1, 1],
          [5, 6],
        ],
      );
      assert.deepEqual(
        problems.map(({ number, line, code, text }) => [number, line, code, text]),
        [
          [2, 3, 'not-json', 'oops'],
          [3, 4, 'not-an-object', '[1]'],
          [4, 5, 'not-json', '{"a":'],
        ],
      );
    }
  });

  test('is read at the first place that is there, though it comes last in the document', async () => {
    const text =
      '{\n "x": {"orders": 1},\n "payload": {"Orders": [{"n": 1}]},\n "orders": [\n {"n": 2},\n 7]\n}';
    const { format, records, problems } = await readAll(text, {
      recordPaths: ['nothing', 'orders', 'payload.Orders', ''],
    });
    assert.equal(format?.format, 'json');
    assert.deepEqual(records, [{ number: 1, line: 5, value: { n: 2 } }]);
    assert.deepEqual(
      problems.map(({ number, line, code }) => [number, line, code]),
      [[2, 6, 'not-an-object']],
    );
  });

  test('is one record, a list of them, or lists within a list', async () => {
    assert.deepEqual(await valuesOf('{"a": {"b": [1]}}'), [{ a: { b: [1] } }]);
    assert.deepEqual(await valuesOf('[{"a": 1}, {"a": 2}]', 'x.json'), [{ a: 1 }, { a: 2 }]);
    const nested = '[{"r": {"orders": [{"a": 1}]}}, {"r": {"orders": [{"a": 2}]}}]';
    const { records } = await readAll(nested, { recordPaths: ['*.r.orders'] });
    assert.deepEqual(
      records.map(({ value }) => value),
      [{ a: 1 }, { a: 2 }],
    );
  });

  test('keeps every number as exact as it was written', async () => {
    const numbers =
      '[1.50, 0.1, 12345678901234567890, 9007199254740993, 1e3, 1e400, 0.12345678901234567890]';
    assert.deepEqual(await valuesOf(`{"n": ${numbers}, "t": "a\\u00e9\\n"}`), [
      {
        n: [
          1.5,
          0.1,
          '12345678901234567890',
          '9007199254740993',
          1000,
          '1e400',
          '0.12345678901234567890',
        ],
        t: 'aé\n',
      },
    ]);
  });

  test('that breaks gives no record and tells the place', async () => {
    const broken: readonly (readonly [string, number, RegExp])[] = [
      ['{"orders": [\n{"a": 1},\n{"a": 2]}', 3, /column 8.*"]" stands where a comma or } belongs/],
      ['[{"a": 1}\n{"a": 2}]', 2, /column 1.*comma or ]/],
      ['[{"a": tru}]', 1, /column 8.*"tru" is no value/],
      ['[{"a": 01}]', 1, /"01" is no value/],
      ['[{"a": "x\n"}]', 1, /not closed on its line/],
      ['[{"a": "\\x"}]', 1, /backslash/],
      ['{"orders": [{"a": 1},\r\n', 2, /breaks off/],
      ['{"a": 1} x', 1, /where the end belongs/],
      ["{'a': 1}", 1, /a key in quotes or }/],
      ['[{"a": 1},]', 1, /a value/],
      ['['.repeat(1000), 1, /too deeply/],
    ];
    for (const [text, line, detail] of broken) {
      const read = await readAll(text, { fileName: 'orders.json' });
      assert.deepEqual([read.error?.code, read.error?.line], ['json-broken', line], text);
      assert.match(read.error?.detail ?? '', detail);
      assert.equal(read.records.length, 0);
    }
  });

  test('without records where they should be names what is there', async () => {
    const error = await errorOf('{"order": {}, "meta": 1}', {
      recordPaths: ['orders', 'data.orders'],
    });
    assert.equal(error.code, 'records-not-found');
    assert.match(error.detail, /at orders, data\.orders\. The document holds: order, meta/);
  });
});

describe('a file', () => {
  test('that is empty, or white space only, is refused', async () => {
    for (const text of ['', '\ufeff', ' \r\n\n', gzipSync('')]) {
      assert.equal((await errorOf(text)).code, 'empty-file');
    }
  });

  test('of another kind is refused by what it holds, whatever its name', async () => {
    const kinds: readonly (readonly [string, RegExp])[] = [
      ['%PDF-1.7 …', /a PDF/],
      ['\x89PNG\r\n\x1a\n', /a picture/],
      ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', /old Excel file/],
      ['<!DOCTYPE html><html>', /HTML or XML/],
      ['BZh9', /bzip2/],
    ];
    for (const [content, detail] of kinds) {
      const error = await errorOf(Buffer.from(content, 'latin1'), { fileName: 'orders.csv' });
      assert.equal(error.code, 'unknown-format');
      assert.match(error.detail, detail);
    }
  });

  test('packed with gzip is unpacked, whatever its name', async () => {
    const { format, records } = await readAll(gzipSync('{"a":1}\n{"a":2}\n'), {
      fileName: 'x.csv',
    });
    assert.deepEqual([format?.gzip, format?.format, records.length], [true, 'ndjson', 2]);
    assert.match((await errorOf(gzipSync(gzipSync('a,b')))).detail, /gzip twice/);
  });

  test('whose gzip breaks off or is damaged tells after how much, and on which line', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `${index},${index * 7919}\n`);
    const packed = gzipSync(`a,b\n${rows.join('')}`);
    const cut = await readAll(packed.subarray(0, packed.length >> 1));
    assert.equal(cut.error?.code, 'gzip-broken');
    assert.match(cut.error.detail, /breaks off after \d+ unpacked bytes .* on line \d+/);
    const damaged = Buffer.from(packed).fill(0xaa, packed.length - 8);
    assert.match((await errorOf(damaged)).detail, /is damaged after/);
  });
});
