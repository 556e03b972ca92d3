// The frame of every page for buyers: one document without scripts, pictures or anything from
// elsewhere, that looks the part in light and dark, on a phone and on paper.
// cspell:ignore Segoe

import { createHash } from 'node:crypto';
import type { PageWords } from './english-words.ts';
import { html, type Markup } from './html.ts';
import type { PageLanguage } from './page-words.ts';

const STYLE = `
:root { color-scheme: light dark; --ground: #f6f6f8; --surface: #fff; --text: #1b1c1f;
  --soft: #5f6068; --line: #dcdce2; --accent: #3b45a8; --on-accent: #fff; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #0f1012; --surface: #16171a; --text: #e6e7ea; --soft: #a0a2ab;
    --line: #33353c; --accent: #b3bbef; --on-accent: #14151a; --bad: #ff8a80; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
.page { max-width: 44rem; margin: 0 auto; padding: 1rem; }
.shop { margin: 1rem 0; color: var(--soft); font-weight: 600; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 0 0 .75rem; font-size: 1.0625rem; }
p { margin: .5rem 0; }
a { color: var(--accent); }
section, form { margin: 1rem 0; padding: 1.25rem; background: var(--surface);
  border: 1px solid var(--line); border-radius: 12px; }
.soft { color: var(--soft); }
.lead { font-size: 1.125rem; font-weight: 600; }
.bad { color: var(--bad); font-weight: 600; }
ul, ol { margin: 0; padding: 0; list-style: none; }
li + li { margin-top: .75rem; padding-top: .75rem; border-top: 1px solid var(--line); }
.steps { display: grid; grid-template-columns: repeat(4, 1fr); gap: .375rem; margin-top: 1rem; }
.steps li { margin: 0; padding: .5rem 0 0; border-top: 4px solid var(--line); color: var(--soft);
  font-size: .875rem; hyphens: auto; overflow-wrap: anywhere; }
.steps li.done { border-top-color: var(--accent); color: var(--text); }
.steps li[aria-current] { font-weight: 600; }
.steps i { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.item { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1rem; }
.timeline li { display: grid; grid-template-columns: 11rem 1fr; gap: .25rem 1rem; }
.timeline time { color: var(--soft); }
label, legend { display: block; font-weight: 600; margin: .75rem 0 .25rem; }
fieldset { margin: .75rem 0 0; padding: 0; border: 0; }
fieldset label { display: flex; align-items: center; gap: .5rem; min-height: 2.75rem; margin: 0;
  font-weight: 400; }
fieldset input { width: 1.25rem; height: 1.25rem; }
input:not([type=radio]), select, textarea { width: 100%; min-height: 2.75rem; padding: .5rem .75rem;
  border: 1px solid var(--soft); border-radius: 8px; background: var(--surface); color: inherit;
  font: inherit; }
.pair { display: grid; grid-template-columns: 6rem 1fr; gap: 0 1rem; }
button, .button { display: inline-block; min-height: 2.75rem; margin-top: 1rem; padding: .5rem 1.25rem;
  border: 0; border-radius: 8px; background: var(--accent); color: var(--on-accent); font: inherit;
  font-weight: 600; text-decoration: none; cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
footer { margin: 1.5rem 0; color: var(--soft); }
legend { padding: 0; }
@media (max-width: 30rem) { .timeline li { grid-template-columns: 1fr; }
  .steps li { font-size: .75rem; } }
@media print { body { background: none; } section { break-inside: avoid; } form, .button { display: none; } }
`;

/** Nothing but this style is taken from anywhere, and forms go to this server only. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface PageFrame {
  readonly language: PageLanguage;
  readonly words: PageWords;
  /** The name of the shop; null where nobody knows which it is. */
  readonly shop: string | null;
  readonly contactUrl: string | null;
  readonly title: string;
  readonly body: Markup;
}

export function pageFrame({ language, words, shop, contactUrl, title, body }: PageFrame): string {
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${shop === null ? title : `${title} · ${shop}`}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<div class="page">
<header>${shop !== null && html`<p class="shop">${shop}</p>`}</header>
<main>${body}</main>
<footer>${contactUrl !== null && html`<a href="${contactUrl}" rel="noreferrer">${words.contact}</a>`}</footer>
</div>
</body>
</html>
`;
  return page.markup;
}
