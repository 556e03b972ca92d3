// What a test looks at in a page, whatever the screen.

import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** No serious finding in light and dark, on a desk and on a phone. */
export async function axeClean(page: Page): Promise<void> {
  for (const viewport of [DESK, PHONE])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.waitForFunction((scheme) => {
        const own = document.documentElement.dataset['mantineColorScheme'];
        // A page without scripts has the colors that its styles choose by themselves.
        return document.querySelector('script') === null || own === scheme;
      }, colorScheme);
      await painted(page);
      const found = await seriousFindings(page);
      assert.deepEqual(found, [], `${page.url()} ${viewport.width} px ${colorScheme}`);
    }
  await page.setViewportSize(DESK);
}

async function seriousFindings(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n    ')}`);
  }, RULES);
}

/** Until nothing changes its color or place any more: half a transition is no color of ours. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    for (let calm = 0; calm < 2; await frame()) {
      const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
      const endless = ({ effect }: Animation) =>
        effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY;
      calm = moving.every(endless) ? calm + 1 : 0;
    }
  });
}

/** The page is no wider than the window: on a phone nobody drags it to and fro. */
export async function noSidewaysScroll(page: Page, viewport = PHONE): Promise<void> {
  await page.setViewportSize(viewport);
  await painted(page);
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll('body, main, main > *')]
      .filter((element) => element.scrollWidth > width + 1)
      .map((element) => `${element.tagName}.${element.className} ${element.scrollWidth}`);
  });
  assert.deepEqual(wide, [], `${page.url()} at ${viewport.width} px`);
}

/** Nobody sees less. */
const SHIFT_MAX = 0.02;

/** Nothing has moved under the eyes since the page was opened; else what did, and from where. */
export async function standsStill(page: Page): Promise<void> {
  const shifts = await shiftsOf(page);
  const sum = shifts.reduce((before, { value }) => before + value, 0);
  assert.ok(sum < SHIFT_MAX, `${page.url()} moved by ${sum}: ${JSON.stringify(shifts, null, 1)}`);
}

/** @param happens is timed; given the number of the try, as a machine that is busy may be late now and then */
export async function inTime(ms: number, happens: (time: number) => Promise<void>): Promise<void> {
  const times: number[] = [];
  for (let time = 0; time < 3; time += 1) {
    const startedAt = performance.now();
    await happens(time);
    times.push(performance.now() - startedAt);
    if ((times.at(-1) ?? 0) < ms) return;
  }
  assert.fail(`it took ${times.map(Math.round).join(', ')} ms; no more than ${ms} are promised`);
}

interface Shift {
  readonly value: number;
  readonly at: number;
  readonly moved: readonly string[];
}

/** https://wicg.github.io/layout-instability/ */
async function shiftsOf(page: Page): Promise<readonly Shift[]> {
  return page.evaluate(() => {
    interface Entry extends PerformanceEntry {
      readonly value: number;
      readonly hadRecentInput: boolean;
      readonly sources: readonly {
        readonly node: Node | null;
        readonly previousRect: DOMRect;
        readonly currentRect: DOMRect;
      }[];
    }
    const words = ({ x, y, width, height }: DOMRect) =>
      [x, y, width, height].map(Math.round).join();
    return new Promise<Shift[]>((resolve) => {
      const found: Shift[] = [];
      new PerformanceObserver((list) => {
        for (const { value, hadRecentInput, startTime, sources } of list.getEntries() as Entry[])
          if (!hadRecentInput)
            found.push({
              value,
              at: startTime,
              moved: sources.map(({ node, previousRect, currentRect }) => {
                const name = node instanceof Element ? node.outerHTML : node?.textContent;
                return `${name?.slice(0, 80)} ${words(previousRect)} to ${words(currentRect)}`;
              }),
            });
      }).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => resolve(found), 100);
    });
  });
}

/** Watches from now on; the answer fails if anything but the server itself was asked. */
export function noOutsideRequests(page: Page): () => void {
  const outside: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isOwn = url.origin === new URL(page.url()).origin || /^(data|blob):$/.test(url.protocol);
    if (!isOwn && page.url() !== 'about:blank') outside.push(request.url());
  });
  return () => assert.deepEqual(outside, [], 'asked from elsewhere');
}

/**
 * Every sentence that no language changes: with the language `pseudo`, what stands outside of the
 * brackets ⟦ ⟧ was written into the screen. Data is marked `translate="no"`.
 */
export async function hardCodedWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    let depth = 0;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || parent.closest('script, style, noscript, [translate=no]') !== null)
        continue;
      for (const part of (node.textContent ?? '').split(/([⟦⟧])/)) {
        if (part === '⟦') depth += 1;
        else if (part === '⟧') depth -= 1;
        else if (depth === 0 && /\p{L}{2,}/u.test(part)) found.push(part.trim());
      }
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      if (element.closest('[translate=no]') !== null) continue;
      for (const name of ['aria-label', 'placeholder', 'title']) {
        const text = element.getAttribute(name);
        if (text !== null && /\p{L}{2,}/u.test(text) && !text.includes('⟦')) found.push(text);
      }
    }
    return found;
  });
}

/** What comes by itself once the page rests is there: cut off before, the page is loaded anew later. */
export async function restsWithItsParts(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const parts = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/assets/')) as PerformanceResourceTiming[];
    const last = Math.max(...parts.map(({ responseEnd }) => responseEnd));
    return parts.some(({ name }) => name.includes('/palette-')) && performance.now() - last > 1000;
  });
}
