// npm run generate: writes everything that is made from the sources. With --check it writes
// nothing and ends with 1, naming the files that are stale.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openApiDocument } from '../contract/openapi.ts';
import { schemaDocument } from '../server/test/schema-document.ts';
import { configDocument } from './generate/config-document.ts';
import { errorsDocument } from './generate/errors-document.ts';
import { eventsDocument } from './generate/events-document.ts';
import { exceptionsDocument } from './generate/exceptions-document.ts';
import { lifecycleDocument } from './generate/lifecycle-document.ts';
import { sdkEvents } from './generate/sdk-events.ts';
import { sdkOperations } from './generate/sdk-operations.ts';
import { sdkSchemasText } from './generate/sdk-schemas.ts';

const root = join(import.meta.dirname, '..');

const documents: readonly { path: string; make: () => string | Promise<string> }[] = [
  { path: 'contract/openapi.json', make: openApiText },
  { path: 'docs/errors.md', make: errorsDocument },
  { path: 'docs/config.md', make: configDocument },
  { path: 'docs/events.md', make: eventsDocument },
  { path: 'docs/exceptions.md', make: exceptionsDocument },
  { path: 'docs/lifecycle.md', make: lifecycleDocument },
  { path: 'server/schema.sql', make: schemaDocument },
  { path: 'sdk/src/generated/schemas.ts', make: sdkSchemasText },
  { path: 'sdk/src/generated/events.ts', make: sdkEvents },
  { path: 'sdk/src/generated/operations.ts', make: sdkOperations },
];

const isCheck = process.argv.includes('--check');
const stale: string[] = [];
for (const { path, make } of documents) {
  const wanted = await make();
  if ((await readText(path)) === wanted) continue;
  stale.push(path);
  if (!isCheck) await write(path, wanted);
}
report();

function report(): void {
  if (stale.length === 0) console.log(`${documents.length} generated files are up to date`);
  else if (isCheck) {
    console.log(`Stale: ${stale.join(', ')}. Run "npm run generate" and commit them.`);
    process.exitCode = 1;
  } else console.log(`Written: ${stale.join(', ')}`);
}

async function openApiText(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  return `${JSON.stringify(openApiDocument(version), null, 2)}\n`;
}

/** undefined when there is no such file yet. */
async function readText(path: string): Promise<string | undefined> {
  return readFile(join(root, path), 'utf8').catch(() => undefined);
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
