// The OpenAPI 3.1 document, made from the operations: a pure function of the contract.
// contract/openapi.json is what it answers; `npm run generate` writes it.

import { REQUEST_EXAMPLES } from './openapi-examples.ts';
import { problemResponses, problemSchema } from './openapi-problems.ts';
import { isReference, type Json, namedSchemas } from './openapi-schemas.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';

const INTRODUCTION = `Orders from every channel, their stock and their life, over HTTP and JSON.

- **Credentials**: \`Authorization: Bearer <API key or session token>\`.
- **Retries**: send an \`Idempotency-Key\` with every write. The same request again gets the same
  answer, for at least 7 days.
- **Money** is an integer of minor units and a currency: 1250 EUR is 12.50 €.
- **Lists** page by \`cursor\`, newest first.
- **Errors** are \`application/problem+json\` (RFC 9457) with a \`code\` and a \`remedy\`.`;

const ROOMS: readonly { readonly name: string; readonly description: string }[] = [
  { name: 'orders', description: 'Capture, look at, hold and cancel orders' },
  { name: 'payments', description: 'How orders are paid: what is due, asked for, and done' },
  {
    name: 'reconciliation',
    description: 'What providers booked and paid out, and where the ledger differs',
  },
  { name: 'accounting', description: 'The books: a balanced journal of money, closed by period' },
  { name: 'risk', description: 'Rules and reviews of orders that may be fraud' },
  { name: 'fulfillment', description: 'Release, pick, pack and ship' },
  { name: 'shipping', description: 'What carriers say of parcels' },
  { name: 'returns', description: 'What comes back: asked for, received, refunded' },
  { name: 'order-page', description: 'The page on which buyers see their order' },
  { name: 'drops', description: 'Launches: units set apart, holds, the queue, live figures' },
  { name: 'inventory', description: 'Stock levels, movements, reservations, transfers' },
  { name: 'exceptions', description: 'What a person must look at' },
  { name: 'analytics', description: 'Reports: what was sold, added up from the log' },
  { name: 'webhooks', description: 'Events sent to addresses of yours, signed' },
  { name: 'catalog', description: 'SKUs, kits and channels' },
  { name: 'locations', description: 'Warehouses, stores, 3PLs, drop-shippers' },
  { name: 'customers', description: 'Customers, erasable' },
  { name: 'access', description: 'Users, API keys, sessions' },
  { name: 'history', description: 'Imports of what was before: files, dry runs, past documents' },
  { name: 'log', description: 'Everything that happened, in order' },
  { name: 'history', description: 'What was: exports of any list' },
  { name: 'settings', description: 'What a tenant sets for itself: looks, reasons, numbers' },
  { name: 'retention', description: 'How long what is kept, and what was erased' },
  { name: 'verify', description: 'Proof that the invariants hold' },
];

/** Routes that take no credentials. */
const OPEN = new Set(['signIn', 'signInBrowser', 'requestPasswordReset', 'redeemPasswordReset']);

export function openApiDocument(version: string): Json {
  const { schemas, refer } = namedSchemas();
  const problems = problemResponses();
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    const methods = paths[operation.path] ?? {};
    methods[operation.method.toLowerCase()] = describe(operation, refer, problems.of);
    paths[operation.path] = methods;
  }
  const rooms = new Set(operations.map((operation) => operation.room));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Doorstep',
      version,
      description: INTRODUCTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'This server' }],
    tags: ROOMS.filter(({ name }) => rooms.has(name)).map((room) => ({ ...room })),
    security: [{ bearer: [] }, { cookie: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'An API key or a session token' },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-doorstep',
          description:
            'A browser session; `doorstep` over plain http. Writes need `x-csrf-token` as well',
        },
      },
      schemas: { ...schemas, Problem: problemSchema() },
      responses: problems.responses,
      parameters: { IdempotencyKey: IDEMPOTENCY_KEY },
      headers: { RequestId: REQUEST_ID },
    },
  };
}

type Refer = ReturnType<typeof namedSchemas>['refer'];
type Refusals = ReturnType<typeof problemResponses>['of'];

function describe(operation: Operation, refer: Refer, refusals: Refusals): Json {
  const isOpen = OPEN.has(operation.id);
  const scope = operation.scope === null ? '' : `Needs the scope \`${operation.scope}\`.`;
  const description = [operation.description, scope].filter(Boolean).join('\n\n');
  const parameters = parametersOf(operation, refer);
  const body = bodyOf(operation, refer);
  return {
    operationId: operation.id,
    tags: [operation.room],
    summary: operation.summary,
    ...(description === '' ? {} : { description }),
    ...(isOpen ? { security: [] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: body }),
    responses: { ...success(operation, refer), ...refusals(operation, isOpen) },
  };
}

const IDEMPOTENCY_KEY: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Any text of your own, one per request: a repeat gets the first answer again',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const REQUEST_ID: Json = {
  description: 'Names this request in the log of the server',
  schema: { type: 'string' },
};

const LAST_EVENT_ID: Json = {
  name: 'Last-Event-ID',
  in: 'header',
  required: false,
  description: 'The position you have seen last; browsers send it when they reconnect',
  schema: { type: 'integer', minimum: 0 },
};

function parametersOf(operation: Operation, refer: Refer): Json[] {
  const header = [
    ...(operation.method === 'GET' || OPEN.has(operation.id)
      ? []
      : [{ $ref: '#/components/parameters/IdempotencyKey' }]),
    ...(operation.answers === 'text/event-stream' ? [LAST_EVENT_ID] : []),
  ];
  return [
    ...fieldsOf(operation.params, 'path', refer),
    ...fieldsOf(operation.query, 'query', refer),
    ...header,
  ];
}

function fieldsOf(schema: Operation['params'], place: 'path' | 'query', refer: Refer): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = refer(schema) as {
    properties?: Record<string, Record<string, Json>>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: rest,
  }));
}

function bodyOf(operation: Operation, refer: Refer): Json | undefined {
  if (operation.body === undefined) return bytesOf(operation);
  const schema = refer(operation.body);
  const example = REQUEST_EXAMPLES[operation.id];
  const content: Record<string, Json> = {
    'application/json': { schema, ...(example === undefined ? {} : { example: example as Json }) },
  };
  for (const type of operation.accepts ?? [])
    content[type] = { schema: { type: 'string', description: 'One JSON document per line' } };
  const needed = isReference(schema) || 'items' in schema || 'required' in schema;
  return { required: needed, content };
}

/** A body that is no JSON at all. */
function bytesOf({ accepts }: Operation): Json | undefined {
  if (accepts === undefined) return undefined;
  // OpenAPI 3.1 says nothing of bytes: they have no type that JSON Schema knows.
  return { required: true, content: Object.fromEntries(accepts.map((type) => [type, {}])) };
}

function success(operation: Operation, refer: Refer): Record<string, Json> {
  const headers: Json = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } };
  const words = operation.status === 204 ? 'Done' : operation.summary;
  const answer = { description: words, headers, ...contentOf(operation, refer) };
  if (operation.id !== 'captureOrder') return { [operation.status]: answer };
  const known = 'The order of this channel and external id, captured before';
  return { 200: { ...answer, description: known }, [operation.status]: answer };
}

function contentOf(operation: Operation, refer: Refer): Record<string, Json> {
  if (operation.answers !== undefined) {
    const types = [operation.answers].flat();
    return { content: Object.fromEntries(types.map((type) => [type, streamOf(type)])) };
  }
  if (operation.answer === undefined) return {};
  return { content: { 'application/json': { schema: refer(operation.answer) } } };
}

const STREAMS: Readonly<Record<string, string>> = {
  'text/event-stream': 'Server-sent events; `data` is an event as in `listEvents`',
  'application/x-ndjson': 'One JSON document per line',
  'text/csv': 'RFC 4180 with a header, in UTF-8',
  'application/gzip': 'NDJSON or CSV, compressed',
};

function streamOf(type: string): Json {
  const description = STREAMS[type];
  return {
    schema: description === undefined ? { type: 'string' } : { type: 'string', description },
  };
}
