// The language that a browser prefers, of those that the page speaks.
// https://www.rfc-editor.org/rfc/rfc9110#name-accept-language

import type { PageLanguage } from './page-words.ts';

const PARTS_MAX = 20;

export function pageLanguage(header: string | undefined): PageLanguage {
  let best: { readonly language: PageLanguage; readonly weight: number } | undefined;
  for (const part of (header ?? '').split(',').slice(0, PARTS_MAX)) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = tag.startsWith('de') ? 'de' : tag.startsWith('en') ? 'en' : undefined;
    const quality = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find(Boolean);
    const weight = quality === undefined ? 1 : Number(quality);
    if (language !== undefined && weight > (best?.weight ?? 0)) best = { language, weight };
  }
  return best?.language ?? 'en';
}
