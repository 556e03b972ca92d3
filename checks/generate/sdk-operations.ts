// sdk/src/generated/operations.ts: a method per operation with its types and words, and the table
// that tells the SDK how to send each.
import { openApiDocument } from '../../contract/openapi.ts';
import type { Operation } from '../../contract/operation.ts';
import { operations } from '../../contract/operations.ts';
import { declared, NAMED_ELSEWHERE } from './sdk-schemas.ts';
import {
  documented,
  formatted,
  GENERATED,
  importOf,
  membersOf,
  type Schema,
  sdkSchemas,
  typeOf,
} from './sdk-types.ts';

/** Types that the generated ones are made with. */
const OF_THE_SDK = ['ListMethod', 'NoInput', 'OperationFacts', 'Page', 'RequestOptions'];

/** Streams, whose methods are written by hand in sdk/src. */
const BY_HAND = new Set([
  'captureOrdersInBulk',
  'sendImportContent',
  'sendProviderReport',
  'streamEvents',
]);

export function sdkOperations(): string {
  const { schemas, refer } = sdkSchemas();
  const methods = operations
    .filter(({ id }) => !BY_HAND.has(id))
    .map((operation) => methodOf(operation, refer));
  const table = operations.map((operation) => factsOf(operation, refer));
  const streams = [...BY_HAND].map((id) => `'${id}'`).join(' | ');
  const body = `${methods.flatMap(({ types }) => types).join('\n\n')}

/** Every operation of the API, by its id. */
export interface Operations {
${methods.map(({ signature }) => signature).join('\n')}
}

/** How each is sent. */
export const OPERATIONS: Readonly<Record<keyof Operations | ${streams}, OperationFacts>> = {
${table.join('\n')}
};
`;
  const text = [
    `${GENERATED}\n// The operations of the API: their methods, and how each is sent.\n\n`,
    importOf(body, OF_THE_SDK, '../operation.ts'),
    importOf(body, [NAMED_ELSEWHERE], './events.ts'),
    importOf(
      body,
      Object.keys(schemas).filter((name) => name !== NAMED_ELSEWHERE),
      './schemas.ts',
    ),
    `\n${body}`,
  ];
  return formatted('sdk/src/generated/operations.ts', text.join(''));
}

interface Method {
  readonly types: readonly string[];
  readonly signature: string;
}

type Refer = ReturnType<typeof sdkSchemas>['refer'];

export function methodOf(operation: Operation, refer: Refer): Method {
  const { id } = operation;
  const name = `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
  const input = inputOf(operation, refer, `${name}Input`);
  const answer = answerOf(operation, refer, name);
  const words = documented(wordsOf(operation));
  const mark = input.isNeeded ? '' : '?';
  const signature =
    answer.item === undefined
      ? `${id}(input${mark}: ${input.type}, options?: RequestOptions): Promise<${answer.type}>;`
      : `readonly ${id}: ListMethod<${input.type}, ${answer.type}, ${answer.item}>;`;
  return { types: [...input.types, ...answer.types], signature: `${words}${signature}` };
}

interface InputType {
  readonly type: string;
  readonly types: readonly string[];
  readonly isNeeded: boolean;
}

/** One object: what stands in the path, in the query and in the body, side by side. */
function inputOf(operation: Operation, refer: Refer, name: string): InputType {
  const { around, body, shape } = partsOf(operation, refer);
  const isNeeded = (around.required ?? []).length > 0 || isBodyNeeded(body);
  const has = Object.keys(around.properties ?? {}).length > 0;
  if (body === undefined && !has) return { type: 'NoInput', types: [], isNeeded: false };
  if (body === undefined) return { type: name, types: [declared(name, around)], isNeeded };
  if (shape === 'nested') {
    const whole = merged(around, {
      properties: { body },
      required: isBodyNeeded(body) ? ['body'] : [],
    });
    return { type: name, types: [declared(name, whole)], isNeeded };
  }
  if (!has && body.$ref !== undefined) return { type: typeOf(body), types: [], isNeeded };
  if (body.properties !== undefined && body.patternProperties === undefined)
    return { type: name, types: [declared(name, merged(around, body))], isNeeded };
  const outer = has ? `{\n${membersOf(around)}\n} & ` : '';
  return { type: name, types: [`export type ${name} = ${outer}(${typeOf(body)});`], isNeeded };
}

interface Parts {
  readonly path: Schema;
  readonly query: Schema;
  /** Path and query. */
  readonly around: Schema;
  readonly body: Schema | undefined;
  /** `nested`: a body that is no object, or has a field named as one in path or query. */
  readonly shape: 'flat' | 'nested';
}

function partsOf(operation: Operation, refer: Refer): Parts {
  const schemaOf = (schema: object | undefined): Schema =>
    schema === undefined ? {} : (JSON.parse(JSON.stringify(schema)) as Schema);
  const path = schemaOf(operation.params);
  const query = schemaOf(operation.query);
  const around = merged(path, query);
  const body = operation.body === undefined ? undefined : refer(operation.body);
  const names = operation.body === undefined ? [] : fieldsOf(schemaOf(operation.body));
  const collides = names?.some((name) => name in (around.properties ?? {})) ?? true;
  return { path, query, around, body, shape: collides ? 'nested' : 'flat' };
}

/** The names of the fields of an object, or of the objects it may be; undefined for other things. */
function fieldsOf(schema: Schema): readonly string[] | undefined {
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants !== undefined) {
    const each = variants.map(fieldsOf);
    return each.includes(undefined) ? undefined : each.flatMap((names) => names ?? []);
  }
  if (schema.type !== 'object' || schema.patternProperties !== undefined) return undefined;
  return Object.keys(schema.properties ?? {});
}

function merged(one: Schema, other: Schema): Schema {
  return {
    type: 'object',
    properties: { ...one.properties, ...other.properties },
    required: [...(one.required ?? []), ...(other.required ?? [])],
  };
}

function isBodyNeeded(body: Schema | undefined): boolean {
  if (body === undefined) return false;
  return body.type !== 'object' || (body.required ?? []).length > 0;
}

interface AnswerType {
  readonly type: string;
  readonly types: readonly string[];
  /** Of a list that pages. */
  readonly item?: string;
}

function answerOf(operation: Operation, refer: Refer, name: string): AnswerType {
  if (operation.answers !== undefined) return { type: 'Response', types: [] };
  if (operation.answer === undefined) return { type: 'void', types: [] };
  const schema = refer(operation.answer);
  const isList = pagesOf(operation) !== undefined;
  if (!isList) return named(schema, `${name}Answer`);
  const item = named(schema.properties?.['items']?.items ?? {}, `${name}Item`);
  const known = Object.keys(schema.properties ?? {})
    .sort()
    .join();
  if (known === 'items,nextCursor')
    return { type: `Page<${item.type}>`, types: item.types, item: item.type };
  const items: Schema = { type: 'array', items: { $ref: item.type } };
  const whole = { ...schema, properties: { ...schema.properties, items } };
  const type = `${name}Answer`;
  return { type, types: [...item.types, declared(type, whole)], item: item.type };
}

function named(schema: Schema, name: string): AnswerType {
  const isName = schema.$ref !== undefined || typeOf(schema).length < 60;
  return isName
    ? { type: typeOf(schema), types: [] }
    : { type: name, types: [declared(name, schema)] };
}

/** A list says where it goes on in `nextCursor` and takes it as `cursor`, or `after`, …. */
function pagesOf(operation: Operation): { takes: string; tells: string } | undefined {
  if (operation.method !== 'GET') return undefined;
  const query = Object.keys((operation.query as Schema | undefined)?.properties ?? {});
  const answer = (operation.answer as Schema | undefined)?.properties ?? {};
  if (answer['items'] === undefined) return undefined;
  for (const takes of query) {
    const tells = `next${takes.charAt(0).toUpperCase()}${takes.slice(1)}`;
    if (tells in answer) return { takes, tells };
  }
  return undefined;
}

function wordsOf(operation: Operation): string {
  const { summary, description, method, path, scope, refusals } = operation;
  const needs = scope === null ? '' : `; needs the scope \`${scope}\``;
  const codes = refusals.map((code) => `\`${code}\``).join(', ');
  return [
    `${summary}.`,
    description ?? '',
    `\`${method} ${path}\`${needs}.`,
    codes === '' ? '' : `@throws {DoorstepError} ${codes}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

export function factsOf(operation: Operation, refer: Refer): string {
  const { id, method, path } = operation;
  const { query, body, shape } = partsOf(operation, refer);
  const names = Object.keys(query.properties ?? {});
  const pages = pagesOf(operation);
  return `${id}: ${JSON.stringify({
    method,
    path,
    ...(body === undefined ? {} : { body: shape }),
    ...(body === undefined || shape === 'nested' || names.length === 0 ? {} : { query: names }),
    ...(takesKey(operation) ? { keyed: true } : {}),
    ...(pages === undefined ? {} : { pages }),
    ...(operation.answers === undefined ? {} : { answers: [operation.answers].flat().join(', ') }),
  })},`;
}

const document = openApiDocument('0') as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { parameters?: object[] }>>>>;
};

/** Whether a repeat with the same Idempotency-Key does nothing twice. */
function takesKey({ path, method }: Operation): boolean {
  const parameters = document.paths[path]?.[method.toLowerCase()]?.parameters ?? [];
  return JSON.stringify(parameters).includes('/IdempotencyKey"');
}
