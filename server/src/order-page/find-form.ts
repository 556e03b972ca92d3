// Asks for the number of an order and the e-mail address of its buyer.

import type { PageWords } from './english-words.ts';
import { html, type Markup } from './html.ts';

/** What went wrong before. */
export type FindProblem = 'notFound' | 'tooMany' | 'linkOver';

export function findForm(words: PageWords, path: string, problem: FindProblem | null): Markup {
  return html`<h1>${words.findTitle}</h1>
<form method="post" action="${path}">
${problem !== null && html`<p class="bad" role="alert">${words[problem]}</p>`}
<p>${problem === 'linkOver' ? words.linkOverHint : words.findHint}</p>
<label for="number">${words.number}</label>
<input id="number" name="number" required maxlength="200" autocomplete="off">
<label for="email">${words.email}</label>
<input id="email" name="email" type="email" required maxlength="254" autocomplete="email">
<button type="submit">${words.find}</button>
</form>`;
}
