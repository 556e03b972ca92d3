// The routes that are bound, the operations of the contract and the OpenAPI document are one list.
// cspell:ignore healthz readyz

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { openApiDocument } from '@doorstep/contract/openapi.ts';
import { operations } from '@doorstep/contract/operations.ts';
import pino from 'pino';
import { buildApp } from '../../src/http/app.ts';
import { bindRoutes } from '../../src/routes.ts';
import { openRuntime } from '../../src/runtime.ts';

/** Pages and health: for people and load balancers, outside the API. */
const NO_API = /^\/(docs(\/.*)?|track\/.*|healthz|readyz|\*)?$/;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

let bound: string[];
before(async () => {
  const log = pino({ level: 'silent' });
  const runtime = openRuntime({ url: 'postgres://doorstep@127.0.0.1:1/none', log });
  const app = buildApp(log);
  bound = [];
  app.addHook('onRoute', ({ method, url }) => {
    const path = url.replaceAll(/:(\w+)/g, '{$1}');
    for (const one of [method].flat()) if (one !== 'HEAD') bound.push(`${one} ${path}`);
  });
  try {
    bindRoutes(app, runtime);
    await app.ready();
  } finally {
    await app.close();
    await runtime.close();
  }
});

test('every operation has a route, and every route of the API is an operation', () => {
  const routes = bound.filter((route) => !NO_API.test(route.split(' ')[1] ?? ''));
  const declared = operations.map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual(routes.sort(), declared.sort());
  assert.equal(new Set(declared).size, declared.length);
});

// biome-ignore lint/suspicious/noExplicitAny: a JSON document
const document: any = JSON.parse(JSON.stringify(openApiDocument('1.0.0')));

test('the document has every operation at its method and path, and no other', () => {
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const declared = operations.map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual(described.sort(), declared.sort());
});

test('the document is OpenAPI 3.1 in structure', () => {
  assert.match(document.openapi, /^3\.1\.\d+$/);
  assert.ok(document.info.title && document.info.version);
  const top = ['openapi', 'info', 'servers', 'tags', 'security', 'paths', 'components'];
  assert.deepEqual(Object.keys(document).sort(), top.sort());
  const schemes = Object.keys(document.components.securitySchemes);
  for (const [path, methods] of Object.entries(document.paths)) {
    assert.match(path, /^\//);
    for (const [method, operation] of Object.entries(methods as object)) {
      assert.ok(METHODS.includes(method), method);
      checkOperation(`${method} ${path}`, path, operation, schemes);
    }
  }
});

test('paths that could be taken for each other are not told apart by a parameter’s name', () => {
  const shapes = operations.map(
    ({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`,
  );
  assert.equal(new Set(shapes).size, shapes.length);
});

// biome-ignore lint/suspicious/noExplicitAny: a JSON document
function checkOperation(name: string, path: string, operation: any, schemes: string[]): void {
  const parameters = (operation.parameters ?? []).map(resolved);
  for (const parameter of parameters) {
    assert.ok(['path', 'query', 'header', 'cookie'].includes(parameter.in), name);
    assert.equal(typeof parameter.schema, 'object', `${name} ${parameter.name}`);
    if (parameter.in === 'path')
      assert.equal(parameter.required, true, `${name} ${parameter.name}`);
  }
  const places = parameters.map((one: { in: string; name: string }) => `${one.in} ${one.name}`);
  assert.equal(new Set(places).size, places.length, name);
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, one]) => `path ${one}`);
  const declared = places.filter((one: string) => one.startsWith('path '));
  assert.deepEqual(declared.sort(), inPath.sort(), name);
  if (['get', 'delete'].includes(name.split(' ')[0] ?? ''))
    assert.equal(operation.requestBody, undefined, name);
  const responses = Object.entries(operation.responses);
  assert.ok(responses.length > 0, name);
  for (const [status, response] of responses) {
    assert.match(status, /^([1-5](\d\d|XX)|default)$/, name);
    assert.equal(typeof resolved(response).description, 'string', `${name} ${status}`);
  }
  for (const requirement of operation.security ?? [])
    for (const scheme of Object.keys(requirement)) assert.ok(schemes.includes(scheme), name);
}

// biome-ignore lint/suspicious/noExplicitAny: a JSON document
function resolved(value: any): any {
  if (typeof value?.$ref !== 'string') return value;
  const parts = value.$ref.slice('#/'.length).split('/');
  // biome-ignore lint/suspicious/noExplicitAny: a JSON document
  return parts.reduce((at: any, part: string) => at?.[part], document);
}
