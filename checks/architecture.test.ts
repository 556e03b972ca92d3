// Each rule is shown a small house that breaks it, made on disk as dependency-cruiser reads it.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checkArchitecture } from './architecture.ts';
import { architectureRules } from './architecture-rules.ts';
import { rooms, services } from './rooms.ts';

const sound: Record<string, string> = {
  'core/orders/order.ts': "import type { Sku } from '../catalog/sku.ts';\nexport type Order = Sku;",
  'core/catalog/sku.ts': 'export type Sku = string;',
  'contract/orders.ts':
    "import type { Order } from '@doorstep/core/orders/order.ts';\nexport type A = Order;",
  'server/src/main.ts': "import './orders/cancel-order.ts';",
  'server/src/db/pool.ts': 'export const pool = 1;',
  'server/src/log/read-log.ts': "import { pool } from '../db/pool.ts';\nexport const log = pool;",
  'server/src/http/app.ts': "import { log } from '../log/read-log.ts';\nexport const app = log;",
  'server/src/orders/cancel-order.ts': "import '@doorstep/core/orders/order.ts';\nexport {};",
};

/** Per rule the files that break it, over the sound house. */
const broken: Record<string, Record<string, string>> = {
  'core-imports-nothing': { 'core/a.ts': "import 'node:fs';" },
  'contract-imports-core-and-typebox': { 'contract/a.ts': "import '../server/src/main.ts';" },
  'connectors-import-core-and-contract': {
    'connectors/a/a.ts': "import '../../server/src/main.ts';",
  },
  'dashboard-never-imports-server': {
    'dashboard/src/a.ts': "import type { A } from '../../server/src/a.ts';",
  },
  'dashboard-takes-types-of-the-contract': {
    'contract/a.ts': 'export const a = 1;',
    'dashboard/src/a.ts': "import { a } from '../../contract/a.ts';",
  },
  'screens-stand-on-the-shell': {
    'dashboard/src/orders/a.ts': 'export const a = 1;',
    'dashboard/src/shell/b.ts': "import { a } from '../orders/a.ts';",
  },
  'sdk-imports-nothing': { 'sdk/src/a.ts': "import '@doorstep/core/orders/order.ts';" },
  'examples-import-the-sdk': { 'examples/a.ts': "import '../server/src/main.ts';" },
  'server-stands-alone': { 'server/src/db/a.ts': "import '../../../checks/a.ts';" },
  'log-imports-only-db': { 'server/src/log/a.ts': "import '../http/app.ts';" },
  'db-imports-no-service': { 'server/src/db/a.ts': "import '../log/read-log.ts';" },
  'no-cycles': { 'core/a.ts': "import './b.ts';", 'core/b.ts': "import './a.ts';" },
  'no-unresolvable': { 'core/a.ts': "import './nowhere.ts';" },
};

for (const [index, room] of rooms.slice(0, -1).entries()) {
  const next = rooms[index + 1];
  broken[`${room}-imports-upstream`] = {
    [`server/src/${room}/a.ts`]: `import type { A } from '../${next}/b.ts';`,
    [`server/src/${next}/b.ts`]: 'export type A = 1;',
  };
}
for (const service of services) {
  broken[`${service}-imports-no-room`] = {
    [`server/src/${service}/a.ts`]: "import '../orders/cancel-order.ts';",
  };
}

let folder = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-architecture-'));
});

after(() => rm(folder, { recursive: true, force: true }));

describe('the architecture check', () => {
  it('finds nothing in a sound house', async () => {
    assert.deepEqual(await check('sound', sound), []);
  });

  for (const { name = '' } of architectureRules) {
    it(`refuses what breaks ${name}`, async () => {
      const files = broken[name];
      assert.ok(files, 'a rule without an example is not proven');
      const lines = await check(name, {
        ...sound,
        'checks/a.ts': '',
        'server/src/a.ts': '',
        ...files,
      });
      assert.ok(
        lines.some((line) => line.includes(`: ${name} `)),
        lines.join('\n'),
      );
    });
  }

  it('sees imports between workspaces by the name of their package', async () => {
    const file = "import type { Order } from '@doorstep/core/orders/order.ts';";
    const lines = await check('by-name', { ...sound, 'core/catalog/a.ts': file });
    assert.match(lines.join('\n'), /core\/catalog\/a.ts → core\/orders\/order.ts: catalog-imports/);
  });

  it('fails when it saw no modules', async () => {
    const lines = await check('empty', { 'core/readme.md': '', 'server/src/main.ts': '' });
    assert.match(lines.join('\n'), /no modules in core/);
    assert.match(lines.join('\n'), /no modules in contract/);
  });

  it('fails on a folder that is no room', async () => {
    const lines = await check('stranger', { ...sound, 'server/src/helpers/a.ts': '' });
    assert.match(lines.join('\n'), /server\/src\/helpers: not a room/);
  });
});

async function check(name: string, files: Record<string, string>): Promise<string[]> {
  const root = join(folder, name);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const scope = join(root, 'node_modules', '@doorstep');
  await mkdir(scope, { recursive: true });
  const manifest = { name: '@doorstep/core', type: 'module', exports: { './*': './*' } };
  await writeFile(join(root, 'core', 'package.json'), JSON.stringify(manifest));
  await symlink(join(root, 'core'), join(scope, 'core'));
  return checkArchitecture(root);
}
