// Asks what is to come back, and why.

import { RETURN_WISHES } from '@doorstep/core/returns/return.ts';
import type { Reason } from '@doorstep/core/settings/reason.ts';
import type { PageWords } from './english-words.ts';
import { html, type Markup } from './html.ts';
import type { ReturnableLine } from './read-order-page.ts';

/** A list to choose from stays short; who sends back more says so to people. */
const UNITS_MAX = 50;

export interface ReturnFormOptions {
  readonly words: PageWords;
  readonly orderPath: string;
  readonly returnable: readonly ReturnableLine[];
  readonly reasons: readonly Reason[];
  /** What a form sent twice is known by. */
  readonly key: string;
  readonly problem: 'returnChoose' | 'returnGone' | null;
}

export function returnForm(options: ReturnFormOptions): Markup {
  const { words, orderPath, returnable, reasons, key, problem } = options;
  const back = html`<p><a href="${orderPath}">${words.back}</a></p>`;
  if (returnable.length === 0)
    return html`<h1>${words.returnAsk}</h1><section><p>${words.returnNone}</p>${back}</section>`;
  return html`<h1>${words.returnAsk}</h1>
<form method="post" action="${orderPath}/return">
${problem !== null && html`<p class="bad" role="alert">${words[problem]}</p>`}
<p>${words.returnHint}</p>
<input type="hidden" name="key" value="${key}">
${returnable.map((line) => lineFields(line, reasons, words))}
<fieldset><legend>${words.returnWish}</legend>${RETURN_WISHES.map(
    (wish, place) =>
      html`<label><input type="radio" name="wish" value="${wish}"${
        place === 0 && html` checked`
      }>${words.wishes[wish]}</label>`,
  )}</fieldset>
<label for="note">${words.returnNote}</label>
<textarea id="note" name="note" rows="3" maxlength="500"></textarea>
<button type="submit">${words.returnSend}</button>
</form>${back}`;
}

function lineFields(
  { line, title, most }: ReturnableLine,
  reasons: readonly Reason[],
  words: PageWords,
): Markup {
  const units = Array.from({ length: Math.min(most, UNITS_MAX) + 1 }, (_, count) => count);
  return html`<fieldset><legend>${title}</legend><div class="pair">
<div><label for="units-${line}">${words.returnUnits}</label>
<select id="units-${line}" name="units-${line}">${units.map(
    (count) => html`<option>${count}</option>`,
  )}</select></div>
<div><label for="reason-${line}">${words.returnReason}</label>
<select id="reason-${line}" name="reason-${line}">${reasons.map(
    (reason) => html`<option value="${reason.code}">${nameOf(reason, words)}</option>`,
  )}</select></div></div></fieldset>`;
}

/** As the shop calls it, or as buyers usually say it. */
function nameOf({ code, name }: Reason, { reasons }: PageWords): string {
  const usual: Readonly<Record<string, string>> = reasons;
  return name ?? usual[code] ?? code;
}
