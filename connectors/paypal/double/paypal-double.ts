// A PayPal for tests, with a memory: orders, authorizations, captures, refunds and disputes, request
// ids, and the events of all of it.

import {
  type CheckRequest,
  type DoubleAnswer,
  type DoubleRequest,
  type HttpDouble,
  openHttpDouble,
} from '../../conformance/http-double.ts';
import {
  type PaypalBook,
  type PaypalEvent,
  type PaypalProblem,
  paypalBook,
} from './paypal-book.ts';

export interface PaypalDouble extends HttpDouble {
  readonly address: string;
  readonly book: PaypalBook;
  /** What was really done under a key. */
  effectsOf(key: string): number;
  /** Its events so far, oldest first; taken away by whoever reads them. */
  takeEvents(): PaypalEvent[];
}

const VERIFY = '/v1/notifications/verify-webhook-signature';
const NO_WEBHOOK: PaypalProblem = { status: 404, issue: 'INVALID_RESOURCE_ID' };
const ACCESS = 'access-token-of-the-double';

/** @param now its clock, in milliseconds */
export async function openPaypalDouble(
  check?: CheckRequest,
  now: () => number = Date.now,
): Promise<PaypalDouble> {
  const book = paypalBook(now);
  const answers = new Map<string, DoubleAnswer>();

  function answer(request: DoubleRequest): DoubleAnswer {
    const authorization = request.headers['authorization'] ?? '';
    if (request.path === '/v1/oauth2/token') return grant(authorization);
    if (authorization !== `Bearer ${ACCESS}`) return fail({ status: 401, issue: 'INVALID_TOKEN' });
    const key = request.headers['paypal-request-id'];
    if (request.method === 'GET' || request.method === 'PATCH') return act(book, request);
    if (request.path === VERIFY) return { status: 200, body: verdict(request) };
    if (key === undefined) return fail({ status: 400, issue: 'MISSING_REQUEST_ID' });
    const known = answers.get(key);
    if (known !== undefined) return known;
    const made = act(book, request);
    answers.set(key, made);
    if (made.status < 300) book.countEffect(key);
    return made;
  }

  const double = await openHttpDouble(answer, check, (_status, message) => ({
    name: 'INTERNAL',
    message,
  }));
  return {
    ...double,
    address: `http://127.0.0.1:${double.port}`,
    book,
    effectsOf: (key) => book.effects.get(key) ?? 0,
    takeEvents: () => book.events.splice(0),
  };
}

function grant(authorization: string): DoubleAnswer {
  const [, id = ''] = /^Basic (.+)$/.exec(authorization) ?? [];
  if (Buffer.from(id, 'base64').toString('utf8').includes('-wrong'))
    return { status: 401, body: { error: 'invalid_client', error_description: 'No such client' } };
  const body = { access_token: ACCESS, token_type: 'Bearer', expires_in: 32_000, scope: '' };
  return { status: 200, body };
}

function act(book: PaypalBook, request: DoubleRequest): DoubleAnswer {
  const { method, path, text } = request;
  if (path === '/v1/reporting/transactions') return search(book, request);
  const [, , , resource = '', id = '', verb = ''] = path.split('/');
  const name = `${method} ${resource}${id && '/:id'}${verb && `/${verb}`}`;
  const body = JSON.parse(text || '{}') as never;
  const made = route(book, name, id, body);
  if ('issue' in made) return fail(made as PaypalProblem);
  return method === 'PATCH' ? { status: 204, body: null } : { status: 201, body: made };
}

function route(book: PaypalBook, name: string, id: string, body: never): object | PaypalProblem {
  switch (name) {
    case 'POST orders':
      return book.create(body);
    case 'GET orders/:id':
      return book.order(id);
    case 'PATCH orders/:id':
      return book.patch(id, body);
    case 'POST orders/:id/authorize':
      return book.authorize(id);
    case 'GET authorizations/:id':
      return book.authorization(id);
    case 'POST authorizations/:id/capture':
      return book.capture(id, body);
    case 'POST authorizations/:id/reauthorize':
      return book.reauthorize(id, body);
    case 'POST authorizations/:id/void':
      return book.void(id);
    case 'GET captures/:id':
      return book.captureOf(id);
    case 'POST captures/:id/refund':
      return book.refund(id, body);
    case 'GET refunds/:id':
      return book.refundOf(id);
    case 'GET disputes/:id':
      return book.disputeOf(id);
    case 'GET webhooks/:id':
      return id === 'WH-1' ? { id, url: 'https://shop.example/hook' } : NO_WEBHOOK;
    case 'GET webhooks':
      return { webhooks: [] };
    default:
      return { status: 404, issue: `NO ${name}` };
  }
}

function search({ balance }: PaypalBook, { query }: DoubleRequest): DoubleAnswer {
  const answer = balance.search(query);
  return 'issue' in answer
    ? fail({ status: 400, issue: answer.issue })
    : { status: 200, body: answer.found };
}

/** Takes what says that it is genuine: what the certificate says is for others to check. */
function verdict({ text }: DoubleRequest): object {
  const { transmission_id: id, webhook_event: event } = JSON.parse(text);
  const isGenuine = event !== undefined && String(id).startsWith('genuine');
  return { verification_status: isGenuine ? 'SUCCESS' : 'FAILURE' };
}

function fail({ status, issue }: PaypalProblem): DoubleAnswer {
  const name = status === 404 ? 'RESOURCE_NOT_FOUND' : 'UNPROCESSABLE_ENTITY';
  const body = { name, message: issue, debug_id: 'd0', details: [{ issue, description: issue }] };
  return { status, body };
}
