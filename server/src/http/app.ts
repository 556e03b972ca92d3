// The HTTP server: one log line per request, problem+json for everything that goes wrong.

import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { finishAnswers } from './finish-answers.ts';
import { BODY_LIMITS, type BodyLimits, type LimitedBodies, limitBodies } from './limit-bodies.ts';
import type { Principal } from './principal.ts';
import { problemOf, sendProblem } from './problem.ts';
import { refuseOutage } from './refuse-outage.ts';
import { newRequestId } from './request-id.ts';
import { isStorable, UnstorableText } from './storable-text.ts';

/** A single order of 2,000 lines with taxes fits several times. Bulk streams have no such limit. */
const BODY_BYTES_MAX = 4 * 1024 * 1024;

/** Then the system looks whether a silent sender is still there: a cable that was pulled says nothing. */
const LOOK_AFTER_MS = 60_000;

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, once that is known. */
    caller: Principal | null;
    /** The code of the problem it was answered with. */
    errorCode: string | null;
  }
}

export interface AppOptions {
  /** Addresses and networks of proxies, which say where a request came from. */
  readonly trustedProxies?: readonly string[];
  readonly bodyLimits?: BodyLimits;
}

export function buildApp(
  log: Logger,
  { trustedProxies = [], bodyLimits = BODY_LIMITS }: AppOptions = {},
): FastifyInstance {
  const app = Fastify({
    // Fastify's own per-request logging costs more than our handler; one line is written below.
    logger: false,
    bodyLimit: BODY_BYTES_MAX,
    genReqId: newRequestId,
    requestIdHeader: false,
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    // After the wait for answers, below: http/finish-answers.ts says itself what is told meanwhile.
    forceCloseConnections: true,
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    http: { keepAlive: true, keepAliveInitialDelay: LOOK_AFTER_MS },
  });

  // Declared first, so that every request has the same form.
  app.decorateRequest('caller', null);
  app.decorateRequest('errorCode', null);

  parseBodies(app, limitBodies(app, bodyLimits));
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  finishAnswers(app);
  app.addHook('onResponse', (request, reply, done) => {
    const level = reply.statusCode >= 500 ? 'error' : 'debug';
    if (log.isLevelEnabled(level))
      log[level](
        {
          requestId: request.id,
          method: request.method,
          route: request.routeOptions.url,
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime * 10) / 10,
        },
        'request',
      );
    done();
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      reply,
      problemOf(
        refuse('route-not-found', `There is no ${request.method} ${request.url}.`),
        request.id,
      ),
    ),
  );
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.refused === 'internal-error' || refusal.refused === 'database-unavailable')
      log.error({ requestId: request.id, err: error }, 'request failed');
    return sendProblem(reply, problemOf(refusal, request.id));
  });
  return app;
}

function parseBodies(app: FastifyInstance, limited: LimitedBodies): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    // Many clients name the type of a body they do not send.
    if (text === '') return done(null, undefined);
    return parseJson(request, String(text), (error, body) => {
      const unstorable = error === null && String(text).includes('\\u') && !isStorable(body);
      done(unstorable ? new UnstorableText() : error, body);
    });
  });
  // A stream of rows is read by its handler, a line at a time, and has no total limit.
  // So is a report.
  for (const type of ['application/x-ndjson', 'text/csv'])
    app.addContentTypeParser(type, (_request, payload, done) => {
      limited.isStream(payload);
      done(null, payload);
    });

  // A piece of a file, as it is.
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer' },
    (_request, bytes, done) => done(null, bytes),
  );
}

function refusalOf(error: FastifyError): Refusal {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return refuse('body-too-large', `The body is over ${BODY_BYTES_MAX} bytes.`);
  if (error instanceof UnstorableText) return refuse('validation-failed', error.message);
  if (error.code?.startsWith('FST_ERR_CTP') || error instanceof SyntaxError)
    return refuse('body-not-json', 'The body could not be read as JSON.');
  const outage = refuseOutage(error);
  if (outage !== undefined) return outage;
  if (error.statusCode !== undefined && error.statusCode < 500)
    return refuse('body-not-json', 'The request could not be read.');
  return refuse(
    'internal-error',
    'An unexpected error; it is in the server log under the request id.',
  );
}
