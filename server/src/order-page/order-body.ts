// The page of one order.

import { minorDigits } from '@doorstep/core/money.ts';
import { trackingLink } from '@doorstep/core/shipping/tracking-link.ts';
import type { PageWords } from './english-words.ts';
import { html, type Markup } from './html.ts';
import { pageStatus, STEPS } from './page-status.ts';
import { pageTimeline } from './page-timeline.ts';
import type { PageLanguage } from './page-words.ts';
import type { OrderOnPage } from './read-order-page.ts';
import type { PageLineRow } from './sql.ts';

export interface OrderBodyOptions {
  readonly found: OrderOnPage;
  readonly words: PageWords;
  readonly language: PageLanguage;
  readonly now: Date;
  /** Where a return is asked for. */
  readonly returnPath: string;
}

const LOCALES: Readonly<Record<PageLanguage, string>> = { en: 'en-GB', de: 'de-DE' };

export function orderBody(options: OrderBodyOptions): Markup {
  const { found, words } = options;
  const { order } = found;
  const say = wordsOfTime(options);
  return html`<h1>${words.orderNumber(order.external_id ?? String(order.number))}</h1>
<p class="soft">${words.placed(say.day(order.placed_at))}</p>
${status(options, say)}
${parcels(options, say)}
${items(options)}
${returns(options, say)}
${timeline(options, say)}`;
}

interface TimeWords {
  day(at: Date, timeZone?: string): string;
  moment(at: Date): string;
}

function wordsOfTime({ found, language }: OrderBodyOptions): TimeWords {
  const locale = LOCALES[language];
  const own = found.order.time_zone ?? 'UTC';
  const format = (at: Date, options: Intl.DateTimeFormatOptions, timeZone: string) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(at);
  return {
    day: (at, timeZone = own) => format(at, { dateStyle: 'long' }, timeZone),
    moment: (at) => format(at, { dateStyle: 'medium', timeStyle: 'short' }, own),
  };
}

function status({ found, words, now }: OrderBodyOptions, say: TimeWords): Markup {
  const { headline, step, expected } = pageStatus(found, words, { now, day: say.day });
  return html`<section>
<p class="lead">${headline}</p>
${expected !== null && html`<p>${expected}</p>`}
${
  step !== null &&
  html`<ol class="steps" aria-label="${words.steps}">${STEPS.map((name, place) =>
    stepItem(words[name], place, step, words.stepDone),
  )}</ol>`
}
</section>`;
}

function stepItem(name: string, place: number, step: number, done: string): Markup {
  if (place > step) return html`<li>${name}</li>`;
  return place === step
    ? html`<li class="done" aria-current="step">${name}</li>`
    : html`<li class="done">${name} <i>${done}</i></li>`;
}

function parcels({ found, words }: OrderBodyOptions, say: TimeWords): Markup | null {
  if (found.parcels.length === 0) return null;
  const titleOf = (number: number) =>
    found.lines.find((line) => line.number === number)?.title ?? '';
  return html`<section><h2>${words.parcels}</h2><ul>${found.parcels.map((box, place) => {
    const { carrier, service, tracking_number: number } = box;
    const link = number === null ? undefined : trackingLink(carrier, number);
    const when =
      box.delivered_at === null
        ? words.parcelSince(say.day(box.shipped_at))
        : words.parcelDelivered(say.day(box.delivered_at));
    return html`<li><div class="item"><strong>${words.parcel(place + 1)}</strong><span>${when}</span></div>
<p class="soft">${[carrier, service].filter((part) => part !== null).join(' ')}
${number !== null && html` · ${words.trackingNumber} ${number}`}</p>
${link !== undefined && html`<p><a href="${link}" rel="noreferrer noopener">${words.track}</a></p>`}
<p>${box.lines.map(({ line, units }) => `${units} × ${titleOf(line)}`).join(', ')}</p></li>`;
  })}</ul></section>`;
}

function items({ found, words }: OrderBodyOptions): Markup {
  const shown = found.lines.filter(({ kind }) => kind !== 'component');
  return html`<section><h2>${words.items}</h2><ul>${shown.map(
    (line) => html`<li class="item"><span>${line.ordered} × ${line.title}</span>
<span class="soft">${partsOf(line, words)}</span></li>`,
  )}</ul></section>`;
}

/** Where the units of a line are; of a kit its components know. */
function partsOf(line: PageLineRow, words: PageWords): string {
  if (line.kind === 'kit') return '';
  const { ordered, canceled, shipped, delivered, returned, waiting } = line;
  const open = Math.max(0, ordered - canceled - shipped - waiting);
  const arrived = Math.max(0, Math.min(delivered, shipped) - returned);
  const onTheWay = Math.max(0, shipped - Math.max(delivered, returned));
  const parts = [
    [canceled, words.itemCanceled],
    [waiting, words.itemWaiting],
    [open, words.itemOpen],
    [onTheWay, words.itemShipped],
    [arrived, words.itemDelivered],
    [returned, words.itemReturned],
  ] as const;
  return parts.flatMap(([units, say]) => (units > 0 ? [say(units)] : [])).join(', ');
}

function returns({ found, words, returnPath }: OrderBodyOptions, say: TimeWords): Markup | null {
  const { returnable } = found;
  if (found.returns.length === 0 && returnable.length === 0) return null;
  const last = returnable.map(({ until }) => until.getTime());
  return html`<section id="returns"><h2>${words.returns}</h2>
<ul>${found.returns.map(
    (back) => html`<li><strong>${words.returnTitle(String(back.number))}</strong>
<p>${returnState(back, words)}</p>
${back.decline_note !== null && html`<p class="soft">${back.decline_note}</p>`}</li>`,
  )}</ul>
${
  returnable.length > 0 &&
  html`<p class="soft">${words.returnUntil(say.day(new Date(Math.max(...last))))}</p>
<a class="button" href="${returnPath}">${words.returnAsk}</a>`
}</section>`;
}

function returnState(
  { decision, status }: OrderOnPage['returns'][number],
  words: PageWords,
): string {
  if (decision === 'declined') return words.returnDeclined;
  if (status === 'canceled') return words.returnCanceled;
  if (status === 'received') return words.returnReceived;
  if (status === 'partially-received') return words.returnPartly;
  return decision === 'pending' ? words.returnPending : words.returnApproved;
}

function timeline(options: OrderBodyOptions, say: TimeWords): Markup {
  const { found, words, language } = options;
  const { currency } = found.order;
  const money = (amountMinor: bigint): string =>
    new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency }).format(
      Number(amountMinor) / 10 ** minorDigits(currency),
    );
  return html`<section><h2>${words.timeline}</h2><ol class="timeline">${pageTimeline(
    found,
    words,
    money,
  ).map(
    ({ at, text }) => html`<li><time datetime="${at.toISOString()}">${say.moment(at)}</time>
<span>${text}</span></li>`,
  )}</ol></section>`;
}
