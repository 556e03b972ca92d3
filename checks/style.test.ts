import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkStyle } from './style.ts';

const path = 'core/orders/order.ts';
const lines = (count: number) => 'const a = 1;\n'.repeat(count);

describe('the style check', () => {
  const refused: readonly [string, { path: string; text: string }, RegExp][] = [
    ['files over 400 lines', { path, text: lines(401) }, /401 lines/],
    ['functions over 70 lines', { path, text: `function f() {\n${lines(70)}}` }, /of 72 lines/],
    ['long arrow functions', { path, text: `const f = () => {\n${lines(70)}};` }, /of 72 lines/],
    ['any', { path, text: 'const a: any = 1;' }, /no any/],
    ['non-null assertions', { path, text: 'f(a!);' }, /no "!"/],
    ['notes to do later', { path, text: `// ${'TO'}${'DO'}: later` }, /:1: do it now/],
    ['index files', { path: 'core/orders/index.ts', text: 'f();' }, /no index/],
    ['barrels', { path, text: "export * from './a.ts';\nexport { b } from './b.ts';" }, /barrel/],
    ['camel case', { path: 'core/orders/orderLine.ts', text: 'f();' }, /kebab/],
    [
      'a verb that is not exported',
      { path: 'server/src/orders/cancel-order.ts', text: 'export function abandon() {}' },
      /cancelOrder/,
    ],
  ];

  for (const [what, file, pattern] of refused) {
    it(`refuses ${what}`, () => assert.match(checkStyle(file).join('\n'), pattern));
  }

  it('lets pass what follows the rules', () => {
    const suite = `describe('orders', () => {\n${lines(80)}});`;
    const passed = [
      { path, text: `function f() {\n${lines(68)}}\n` },
      { path: 'core/orders/order.test.ts', text: suite },
      { path: 'server/src/orders/cancel-order.ts', text: 'export function cancelOrder() {}' },
      { path: 'server/src/orders/lines.sql.ts', text: "export const selectLines = '';" },
      { path: 'server/src/orders/secret.ts', text: "export const newSecret = () => '';" },
      { path, text: "import { a } from './a.ts';\nexport { a };" },
    ];
    for (const file of passed) assert.deepEqual(checkStyle(file), []);
  });
});
