// Calls the API without a network, for what is part of the server itself.

import type { FastifyInstance } from 'fastify';

export interface ApiAnswer {
  readonly status: number;
  // What the contract says for the route.
  readonly body: unknown;
}

/** A body of bytes is sent as it is, any other as JSON. */
export type CallApi = (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
  idempotencyKey?: string,
) => Promise<ApiAnswer>;

export function callInProcess(app: FastifyInstance, apiKey: string): CallApi {
  return async (method, path, body, idempotencyKey) => {
    const response = await app.inject({
      method,
      url: path,
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        ...(Buffer.isBuffer(body) ? { 'content-type': 'application/octet-stream' } : {}),
      },
      ...(body === undefined ? {} : { payload: body }),
    });
    return { status: response.statusCode, body: response.json() };
  };
}
