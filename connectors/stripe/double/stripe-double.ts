// A Stripe for tests, with a memory: PaymentIntents, charges, refunds and disputes, idempotency keys,
// and the events of all of it. What a card does is told by its name, as in Stripe's test mode.

import { randomBytes } from 'node:crypto';
import { parse } from 'qs';
import {
  type CheckRequest,
  type DoubleAnswer,
  type DoubleRequest,
  type HttpDouble,
  openHttpDouble,
} from '../../conformance/http-double.ts';
import {
  type Form,
  type StripeBook,
  type StripeError,
  type StripeEvent,
  stripeBook,
} from './stripe-book.ts';

export interface StripeDouble extends HttpDouble {
  /** What was really done under a key. */
  effectsOf(key: string): number;
  /** Its events so far, oldest first; taken away by whoever reads them. */
  takeEvents(): StripeEvent[];
  readonly book: StripeBook;
}

/** @param now its clock, in milliseconds */
export async function openStripeDouble(
  check?: CheckRequest,
  now: () => number = Date.now,
): Promise<StripeDouble> {
  const book = stripeBook(now);
  const answers = new Map<string, { input: string; answer: DoubleAnswer }>();

  function answer(request: DoubleRequest): DoubleAnswer {
    if (!/^Bearer (sk|rk)_test_/.test(request.headers['authorization'] ?? ''))
      return fail({ status: 401, type: 'invalid_request_error', message: 'Invalid API Key' });
    const key = request.headers['idempotency-key'];
    if (request.method === 'GET') return act(book, request);
    if (key === undefined)
      return fail({ status: 400, type: 'idempotency_error', message: 'No key' });
    const input = `${request.path}\n${request.text}`;
    const known = answers.get(key);
    if (known !== undefined && known.input !== input)
      return fail({ status: 400, type: 'idempotency_error', message: 'Another request' });
    if (known !== undefined) return known.answer;
    const made = act(book, request);
    if (made.status !== 429) answers.set(key, { input, answer: made });
    if (made.status < 300) book.countEffect(key);
    return made;
  }

  const double = await openHttpDouble(answer, check, (_status, message) => ({
    error: { type: 'api_error', message },
  }));
  return {
    ...double,
    book,
    effectsOf: (key) => book.effects.get(key) ?? 0,
    takeEvents: () => book.events.splice(0),
  };
}

function act(book: StripeBook, { method, path, query, text }: DoubleRequest): DoubleAnswer {
  const form = parse(method === 'GET' ? query.toString() : text) as Form;
  const [, , resource = '', id = '', verb = ''] = path.split('/');
  const made = route(book, `${method} ${resource}${id && '/:id'}${verb && `/${verb}`}`, id, form);
  return 'type' in made ? fail(made) : { status: 200, body: made };
}

function route(book: StripeBook, name: string, id: string, form: Form): object | StripeError {
  switch (name) {
    case 'POST payment_intents':
      return book.create(form);
    case 'GET payment_intents':
      return list(book.intents());
    case 'GET payment_intents/:id':
      return book.intent(id);
    case 'POST payment_intents/:id':
      return book.update(id, form);
    case 'POST payment_intents/:id/capture':
      return book.capture(id, form);
    case 'POST payment_intents/:id/cancel':
      return book.cancel(id);
    case 'POST refunds':
      return book.refund(form);
    case 'GET refunds':
      return list(book.refunds(String(form['payment_intent'])));
    case 'GET refunds/:id':
      return book.refundOf(id);
    case 'GET balance_transactions':
      return book.balance.list(form);
    case 'GET payouts':
      return book.balance.payouts(form);
    case 'GET balance':
      return { object: 'balance', livemode: false };
    default:
      return { status: 404, type: 'invalid_request_error', message: `No ${name}` };
  }
}

function list(data: readonly object[]): object {
  return { object: 'list', data: [...data].reverse(), has_more: false, url: '/v1' };
}

function fail({ status, ...error }: StripeError): DoubleAnswer {
  const headers = { 'request-id': `req_${randomBytes(6).toString('hex')}` };
  return { status, body: { error }, headers };
}
