import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readAll, type SheetFile, workbookOf, zipOf } from '../source-files.ts';

const header =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="str"><v>b</v></c></row>';
const spools = async () =>
  (await readdir(tmpdir())).filter((name) => name.startsWith(`doorstep-import-${process.pid}-`));

const read = async (file: SheetFile, sheet?: string) => {
  const { records, error } = await readAll(workbookOf(file), { sheet });
  assert.equal(error, null);
  return records;
};

/** The texts of cells in column A, as read. */
const cellsOf = async (cells: readonly string[], file: Partial<SheetFile> = {}) => {
  const rows = cells.map((cell, index) => `<row r="${index + 2}">${cell}</row>`);
  const records = await read({ ...file, rows: header + rows.join('') });
  return records.map(({ value }) => value['a']);
};

describe('a workbook', () => {
  test('gives the rows of its first visible sheet, and leaves empty cells and rows out', async () => {
    const rows = `${header}<row r="3"><c r="B3"><v>7</v></c></row><row r="4"><c r="A4" s="0"/></row>
      <row r="9"><c r="A9"><v>1</v></c><c r="D9"><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>`;
    const { format, records } = await readAll(workbookOf({ rows }));
    assert.deepEqual([format?.format, format?.columns], ['xlsx', ['a', 'b']]);
    assert.deepEqual(records, [
      { number: 1, line: 3, value: { b: '7' } },
      { number: 2, line: 9, value: { a: '1', '(column 4)': '2' } },
      { number: 3, line: 10, value: { a: '3', b: '4' } },
    ]);
  });

  test('is read at the sheet that is named, and says which there are if it has none', async () => {
    const hidden = await readAll(workbookOf({ rows: header }), { sheet: 'Lists' });
    assert.deepEqual(hidden.format?.columns, ['1']);
    const { error } = await readAll(workbookOf({ rows: header }), { sheet: 'Sales' });
    assert.equal(error?.code, 'sheet-not-found');
    assert.match(error.detail, /"Sales"; its sheets: "Lists", "Orders"/);
  });

  test('holds numbers as people wrote them', async () => {
    const written = [
      '17850',
      '2.5499999999999998',
      '1E-7',
      '1.5E+3',
      '123456789012345678',
      '-0.1',
      '0.30000000000000004',
    ];
    const cells = written.map((text) => `<c><v>${text}</v></c>`);
    const wanted = ['17850', '2.55', '0.0000001', '1500', '123456789012345678', '-0.1', '0.3'];
    assert.deepEqual(await cellsOf(cells), wanted);
  });

  test('holds texts that are shared, set in several fonts, or escaped', async () => {
    const texts =
      '<si><t>plain &amp; é</t></si><si><r><t>two </t></r><r><rPr/><t>fonts</t></r><rPh><t>no</t></rPh></si><si><t>a_x000D_b</t></si>';
    const cells = [0, 1, 2].map((place) => `<c t="s"><v>${place}</v></c>`);
    const others = [
      '<c t="b"><v>1</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c t="str"><f>A1</f><v>x</v></c>',
    ];
    const wanted = ['plain & é', 'two fonts', 'a\rb', 'true', '#N/A', 'x'];
    assert.deepEqual(await cellsOf([...cells, ...others], { texts }), wanted);
  });

  test('holds dates where the format of the cell shows one, counted from 1900 or 1904', async () => {
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="[$-409]dd/mm/yyyy&quot; o'clock&quot;"/>
      <numFmt numFmtId="165" formatCode="0.00&quot;days&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>`;
    const cell = (style: number, value: string) => `<c s="${style}"><v>${value}</v></c>`;
    const cells = [
      cell(1, '40513.351388888892'),
      cell(2, '59'),
      cell(2, '61'),
      cell(1, '0.75'),
      cell(0, '40513'),
      cell(3, '40513'),
      cell(4, '1.5'),
      '<c t="d"><v>2024-02-29T10:00:00Z</v></c>',
    ];
    const rest = ['40513', '40513', '1.5', '2024-02-29 10:00:00'];
    assert.deepEqual(await cellsOf(cells, { styles }), [
      '2010-12-01 08:26:00',
      '1900-02-28 00:00:00',
      '1900-03-01 00:00:00',
      '18:00:00',
      ...rest,
    ]);
    const workbook = '<workbookPr date1904="1"/>';
    const from1904 = await cellsOf(cells.slice(0, 1), { styles, workbook });
    assert.deepEqual(from1904, ['2014-12-02 08:26:00']);
  });

  test('may be packed with gzip, and leaves no file behind', async () => {
    const { format } = await readAll(gzipSync(workbookOf({ rows: header })));
    assert.deepEqual([format?.gzip, format?.format], [true, 'xlsx']);
    assert.ok((await readAll('PK\x03\x04 cut short')).error);
    assert.ok((await readAll('{"a": 1')).error);
    assert.ok((await readAll('{"orders": [{"a": 1}]}')).records.length);
    assert.deepEqual(await spools(), []);
  });

  test('that lacks a column that is needed is refused', async () => {
    const { error } = await readAll(workbookOf({ rows: header }), { requiredColumns: ['A', 'c'] });
    assert.equal(error?.code, 'columns-missing');
    assert.equal((await readAll(workbookOf({ rows: '' }))).error?.code, 'empty-file');
  });
});

describe('a workbook that cannot be read', () => {
  test('because it is cut short or damaged says so, wherever that is', async () => {
    const rows = Array.from({ length: 300 }, (_, n) => `<row><c><v>${n * 7919}</v></c></row>`);
    const whole = workbookOf({ rows: header + rows.join('') });
    for (let length = 4; length < whole.length; length += 97) {
      const { error } = await readAll(whole.subarray(0, length));
      assert.equal(error?.code, 'workbook-broken', `cut after ${length}`);
    }
    for (let place = 4; place < whole.length; place += 31) {
      const damaged = Buffer.from(whole);
      damaged[place] = (damaged[place] ?? 0) ^ 0xff;
      // It never crashes; some bytes mean nothing.
      await readAll(damaged);
    }
    const { error } = await readAll(workbookOf({ rows: `${header}<row><c></row>` }));
    assert.equal(error?.code, 'workbook-broken');
  });

  test('because it is another kind of zip says which', async () => {
    const kinds = {
      'content.xml': /\.ods/,
      'xl/workbook.bin': /\.xlsb/,
      'orders.csv': /without a workbook/,
    };
    for (const [path, detail] of Object.entries(kinds)) {
      const { error } = await readAll(zipOf({ [path]: 'x' }));
      assert.equal(error?.code, 'unknown-format');
      assert.match(error.detail, detail);
    }
  });

  test('because it unpacks to far more than it is does not exhaust the memory', async () => {
    const spaces = ' '.repeat(40 * 1024 * 1024);
    const bombs: readonly (readonly [SheetFile, string])[] = [
      [{ rows: `${header}<row r="2"><c t="str"><v>${spaces}</v></c></row>` }, 'record-too-long'],
      [{ rows: header + spaces }, 'record-too-long'],
      [{ rows: header, texts: '<si><t></t></si>'.repeat(4_500_000) }, 'workbook-too-large'],
    ];
    for (const [file, code] of bombs) {
      const packed = workbookOf(file);
      assert.equal((await readAll(packed)).error?.code, code);
    }
  });
});
