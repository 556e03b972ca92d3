import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkSource, sourceRules } from './source-rules.ts';

type Example = { readonly path: string; readonly text: string };

/** For each rule what it must refuse; then what it must let pass. */
const refused: Record<string, readonly Example[]> = {
  'sql-in-the-open': [
    { path: 'server/src/orders/cancel.ts', text: "query('select id from orders')" },
    { path: 'server/src/orders/cancel.ts', text: 'query(`SELECT *\\n FROM orders`)' },
    { path: 'server/src/orders/cancel.ts', text: "query('select now()')" },
    { path: 'server/src/orders/cancel.ts', text: "query('insert into orders (id) values (1)')" },
    { path: 'server/src/orders/cancel.ts', text: "query('update orders o set id = 1')" },
    { path: 'core/orders/cancel.ts', text: "query('delete from orders')" },
  ],
  'transactions-in-db': [
    { path: 'server/src/orders/sql.ts', text: "client.query('begin')" },
    { path: 'server/src/orders/cancel.ts', text: "client.query('COMMIT;')" },
    { path: 'cli/src/main.ts', text: 'client.query(`rollback to savepoint a`)' },
  ],
  'environment-in-config': [
    { path: 'server/src/orders/cancel.ts', text: 'const port = process.env.PORT;' },
    { path: 'server/src/orders/config.ts', text: "const port = process.env['PORT'];" },
  ],
  'core-has-no-clock-and-no-chance': [
    { path: 'core/orders/order.ts', text: 'const now = Date.now();' },
    { path: 'core/orders/order.ts', text: 'const now = new Date();' },
    { path: 'core/orders/order.ts', text: 'const any = Math.random();' },
    { path: 'core/orders/order.ts', text: 'setTimeout(() => {}, 1);' },
    { path: 'core/orders/order.ts', text: 'Temporal.Now.instant();' },
  ],
  'http-words-in-routes': [
    { path: 'server/src/orders/cancel.ts', text: 'reply.send(1)' },
    { path: 'server/src/orders/cancel.ts', text: "const id = request.headers['x']" },
    { path: 'server/src/orders/cancel.ts', text: 'throw { statusCode: 400 }' },
    { path: 'server/src/orders/cancel.ts', text: "import fastify from 'fastify';" },
  ],
  'parts-are-lazy-parts': [
    { path: 'dashboard/src/orders/order.tsx', text: "const A = lazy(() => import('./a.tsx'));" },
    { path: 'dashboard/src/orders/order.tsx', text: 'const A = React.lazy(load);' },
  ],
};

const passed: readonly Example[] = [
  { path: 'server/src/orders/sql.ts', text: "const a = 'select id from orders'" },
  { path: 'server/src/orders/lines.sql.ts', text: "const a = 'select id from orders'" },
  { path: 'server/src/orders/cancel.ts', text: "const a = 'Please select a reason.'" },
  { path: 'server/src/orders/cancel.ts', text: '// select id from orders' },
  { path: 'server/src/orders/cancel.ts', text: "const hint = 'Begin with the first order'" },
  { path: 'server/src/db/transaction.ts', text: "client.query('commit')" },
  { path: 'server/test/flows/orders.test.ts', text: "query('begin'); query('select 1 from a')" },
  { path: 'server/src/config.ts', text: 'const port = process.env.PORT' },
  { path: 'cli/bin/doorstep.mjs', text: 'const path = process.env.PATH' },
  { path: 'core/orders/order.ts', text: 'const then = new Date(0); const d = Date.UTC(1)' },
  { path: 'server/src/returns/ask.ts', text: 'const request = { reason: body.reason }' },
  { path: 'server/src/orders/routes.ts', text: "import fastify from 'fastify'; reply.send(1)" },
  {
    path: 'server/src/orders/note-routes.ts',
    text: "import fastify from 'fastify'; reply.send(1)",
  },
  { path: 'server/src/http/app.ts', text: "import fastify from 'fastify'; reply.send(1)" },
];

describe('the rules about what stands where', () => {
  for (const { name } of sourceRules) {
    it(`refuse what breaks ${name}`, () => {
      const examples = refused[name] ?? [];
      assert.ok(examples.length > 0, 'a rule without an example is not proven');
      for (const example of examples) {
        const lines = checkSource(example);
        assert.ok(
          lines.some((line) => line.includes(name)),
          example.text,
        );
      }
    });
  }

  it('let pass what is in its place', () => {
    for (const example of passed) assert.deepEqual(checkSource(example), [], example.text);
  });

  it('name the file and the line', () => {
    const [line = ''] = checkSource({ path: 'core/a.ts', text: '\n\nDate.now()' });
    assert.match(line, /^core\/a\.ts:3: /);
  });
});
