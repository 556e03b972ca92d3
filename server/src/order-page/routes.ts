// The pages for buyers, and the operations of those who run the shop. A page is whole without scripts,
// is kept by nobody on the way, and is found by no search engine.
// cspell:ignore nosniff noindex nofollow urlencoded

import { randomBytes } from 'node:crypto';
import * as contract from '@doorstep/contract/order-page.ts';
import { idFromUuid, type OrderId, type TenantId } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GuessLimit } from '../access/guess-limit.ts';
import { selectTenantBySlug } from '../access/sql.ts';
import type { NumberLease } from '../db/lease-number.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { answerCommand } from '../http/answer-command.ts';
import { bindCall, bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { isStorable } from '../http/storable-text.ts';
import { askForReturn, type Fields } from './ask-for-return.ts';
import { createOrderLink, type OrderLink } from './create-order-link.ts';
import { type FindProblem, findForm } from './find-form.ts';
import type { Markup } from './html.ts';
import { linkKey } from './link-key.ts';
import { linkToken } from './link-token.ts';
import { orderBody } from './order-body.ts';
import { PAGE_POLICY, pageFrame } from './page-frame.ts';
import { pageLanguage } from './page-language.ts';
import { pageWords } from './page-words.ts';
import { proveOrder } from './prove-order.ts';
import { type OrderOnPage, readOrderPage } from './read-order-page.ts';
import { readSettings } from './read-settings.ts';
import { returnForm } from './return-form.ts';
import { setSettings } from './set-settings.ts';
import { selectLinkKey } from './sql.ts';

export interface OrderPageDoors {
  /** Before a tenant is known. */
  readonly gate: Pool;
  readonly guesses: GuessLimit;
  readonly numbers: NumberLease;
}

export function orderPageRoutes(http: HttpContext, doors: OrderPageDoors): void {
  bindRead(http, contract.getOrderPage, (tx) => readSettings(tx));
  bindCommand(http, contract.setOrderPage, (tx, { body }) => setSettings(tx, body));
  bindCall(http, contract.createOrderLink, async (call) => {
    const answer = await answerCommand<LinkAnswer>(
      http,
      call,
      async (tx) => {
        const link = await createOrderLink(tx, call.params.order, call.body ?? {});
        return isRefusal(link) ? link : answerOf(link, http.site.publicUrl);
      },
      (link) => ({ ...link, path: null, url: null }),
    );
    return answer;
  });
  // A scope of its own, so that its form and its headers cost the API nothing.
  http.app.register(async (pages) => {
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_BYTES_MAX },
      (_request, text, done) => done(null, Object.fromEntries(new URLSearchParams(String(text)))),
    );
    buyerPages(pages, http, doors);
  });
}

/** A form of two hundred lines. */
const FORM_BYTES_MAX = 64 * 1024;
/** Who proved who they are stays for a day; a link of the shop works as long as it says. */
const PROVEN_MS = 86_400_000;

interface LinkAnswer {
  readonly path: string | null;
  readonly url: string | null;
  readonly expiresAt: string;
}

function answerOf({ path, expiresAt }: OrderLink, publicUrl: string | null): LinkAnswer {
  const url = publicUrl === null ? null : new URL(path, publicUrl).href;
  return { path, url, expiresAt: expiresAt.toISOString() };
}

interface ShopParams {
  readonly shop: string;
}
type OrderParams = ShopParams & { readonly token: string };

function buyerPages(pages: FastifyInstance, http: HttpContext, doors: OrderPageDoors): void {
  pages.get('/track/:shop', async (request, reply) => {
    const visit = await visitOf(http, doors, request);
    return visit.isOpen ? sendFind(reply, visit, null) : sendClosed(reply, visit);
  });
  pages.post('/track/:shop', async (request, reply) => {
    const visit = await visitOf(http, doors, request);
    if (!visit.isOpen) return sendClosed(reply, visit);
    const { number = '', email = '' } = fieldsOf(request);
    const tenant = visit.tenant === null ? null : { id: visit.tenant, slug: visit.slug };
    const proven = await proveOrder({ pool: http.pool, guesses: doors.guesses }, tenant, {
      number: number.trim().slice(0, 200),
      email: email.slice(0, 254),
      address: request.ip,
    });
    if (proven === 'limited') return sendFind(reply.code(429), visit, 'tooMany');
    if (proven === 'wrong' || visit.tenant === null)
      return sendFind(reply.code(404), visit, 'notFound');
    return reply.redirect(await linkOf(http, visit.tenant, visit.slug, proven), 303);
  });
  pages.get('/track/:shop/:token', async (request, reply) => {
    const open = await openOrder(http, doors, request);
    if (open.found === undefined) return sendFind(reply.code(404), open.visit, 'linkOver');
    const { visit, found } = open;
    const { words, language, now } = visit;
    const returnPath = `${pathOf(request.params as OrderParams)}/return`;
    const title = words.orderNumber(found.order.external_id ?? found.order.number);
    const body = orderBody({ found, words, language, now, returnPath });
    return send(reply, visit, title, body);
  });
  pages.get('/track/:shop/:token/return', async (request, reply) => {
    const open = await openOrder(http, doors, request);
    if (open.found === undefined) return sendFind(reply.code(404), open.visit, 'linkOver');
    return sendReturn(reply, open.visit, open.found, request.params as OrderParams, null);
  });
  pages.post('/track/:shop/:token/return', async (request, reply) => {
    const open = await openOrder(http, doors, request);
    const { visit, found, order } = open;
    if (found === undefined || order === undefined || visit.tenant === null)
      return sendFind(reply.code(404), visit, 'linkOver');
    const door = { pool: http.pool, numbers: doors.numbers, now: http.now };
    const refused = await askForReturn(door, visit.tenant, order, fieldsOf(request));
    if (refused === undefined)
      return reply.redirect(`${pathOf(request.params as OrderParams)}#returns`, 303);
    const problem = refused.refused === 'validation-failed' ? 'returnChoose' : 'returnGone';
    return sendReturn(reply.code(422), visit, found, request.params as OrderParams, problem);
  });
}

interface Visit {
  readonly tenant: TenantId | null;
  /** As it was asked for. */
  readonly slug: string;
  readonly shop: string | null;
  readonly isOpen: boolean;
  readonly returnDays: number | null;
  readonly contactUrl: string | null;
  readonly language: ReturnType<typeof pageLanguage>;
  readonly words: (typeof pageWords)['en'];
  readonly path: string;
  readonly now: Date;
}

/** Who asks, in which language, of which shop: one that is not there looks like one that is. */
async function visitOf(
  http: HttpContext,
  { gate }: OrderPageDoors,
  request: FastifyRequest,
): Promise<Visit> {
  const language = pageLanguage(request.headers['accept-language']);
  const { shop: slug } = request.params as ShopParams;
  const row = isStorable(slug)
    ? await inTransaction(gate, null, (tx) => tx.row(selectTenantBySlug, [slug]))
    : undefined;
  const tenant = row === undefined ? null : idFromUuid('tenant', row.tenant_id);
  const settings =
    tenant === null ? null : await inTransaction(http.pool, tenant, (tx) => readSettings(tx));
  return {
    tenant,
    slug,
    shop: row?.name ?? null,
    isOpen: settings?.open ?? true,
    returnDays: settings?.returnDays ?? null,
    contactUrl: settings?.contactUrl ?? null,
    language,
    words: pageWords[language],
    path: `/track/${encodeURIComponent(slug)}`,
    now: http.now(),
  };
}

interface OpenOrder {
  readonly visit: Visit;
  readonly order?: OrderId;
  /** Undefined: the link opens nothing, for whatever reason. */
  readonly found?: OrderOnPage;
}

async function openOrder(
  http: HttpContext,
  doors: OrderPageDoors,
  request: FastifyRequest,
): Promise<OpenOrder> {
  const visit = await visitOf(http, doors, request);
  const { tenant, now, returnDays } = visit;
  if (tenant === null || !visit.isOpen) return { visit };
  return inTransaction(http.pool, tenant, async (tx): Promise<OpenOrder> => {
    const key = await tx.row(selectLinkKey);
    if (key === undefined) return { visit };
    const order = linkToken(key.link_key).read(tenant, (request.params as OrderParams).token, now);
    if (order === undefined) return { visit };
    const found = await readOrderPage(tx, order, { returnDays, now });
    return found === undefined ? { visit } : { visit, order, found };
  });
}

/** For who proved that it is theirs. */
async function linkOf(
  http: HttpContext,
  tenant: TenantId,
  shop: string,
  order: OrderId,
): Promise<string> {
  const now = http.now();
  const key = await inTransaction(http.pool, tenant, (tx) => linkKey(tx, now));
  const token = linkToken(key).sign(tenant, order, new Date(now.getTime() + PROVEN_MS));
  return `/track/${encodeURIComponent(shop)}/${token}`;
}

function pathOf({ shop, token }: OrderParams): string {
  return `/track/${encodeURIComponent(shop)}/${encodeURIComponent(token)}`;
}

function fieldsOf(request: FastifyRequest): Fields {
  const { body } = request;
  return typeof body === 'object' && body !== null && isStorable(body) ? (body as Fields) : {};
}

function sendFind(reply: FastifyReply, visit: Visit, problem: FindProblem | null): FastifyReply {
  return send(reply, visit, visit.words.findTitle, findForm(visit.words, visit.path, problem));
}

function sendReturn(
  reply: FastifyReply,
  visit: Visit,
  { returnable, returnReasons: reasons }: OrderOnPage,
  params: OrderParams,
  problem: 'returnChoose' | 'returnGone' | null,
): FastifyReply {
  const key = randomBytes(16).toString('base64url');
  const lines = { returnable, reasons };
  const form = { words: visit.words, orderPath: pathOf(params), ...lines, key, problem };
  return send(reply, visit, visit.words.returnAsk, returnForm(form));
}

function sendClosed(reply: FastifyReply, visit: Visit): FastifyReply {
  const body = { markup: `<h1>${visit.words.closed}</h1>` };
  return send(reply.code(404), visit, visit.words.closed, body);
}

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': PAGE_POLICY,
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  vary: 'accept-language',
};

function send(reply: FastifyReply, visit: Visit, title: string, body: Markup): FastifyReply {
  const { language, words, shop, contactUrl } = visit;
  return reply
    .headers(HEADERS)
    .type('text/html; charset=utf-8')
    .send(pageFrame({ language, words, shop, contactUrl, title, body }));
}
