// cspell:ignore الطلبات
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import {
  axeClean,
  hardCodedWords,
  inTime,
  noOutsideRequests,
  noSidewaysScroll,
  standsStill,
} from './look.ts';
import { type Dashboard, openDashboard } from './open-dashboard.ts';
import { screenshots } from './screenshots.ts';

let dashboard: Dashboard;
before(async () => {
  dashboard = await openDashboard();
});
after(() => dashboard.close());

/** What opens over the screen comes right after the first paint. */
async function ready(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page
    .getByRole('button', { name: 'Your account' })
    .and(page.locator('[aria-haspopup]'))
    .waitFor();
}

test('one signs in where a link led, and is there', async () => {
  const { email, password } = await dashboard.userAs('operations');
  const page = await dashboard.open('/orders');
  const nothingOutside = noOutsideRequests(page);
  await page.getByLabel('Shop').fill(dashboard.tenant);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('not this one');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Orders' }).waitFor();
  await page.getByTestId('row').first().waitFor();
  assert.equal(new URL(page.url()).pathname, '/orders');
  await standsStill(page);
  nothingOutside();
});

test('the frame is sound for everybody', async () => {
  const page = await dashboard.signInAs('admin', '/account');
  await ready(page, 'Account');
  await axeClean(page);
  await noSidewaysScroll(page);
});

test('the menu that was pressed before it had come opens when it comes', async () => {
  const page = await dashboard.signInAs('operations', '/account');
  const held = Promise.withResolvers<void>();
  await page.route('**/assets/user-menu-*', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.reload();
  await page.getByRole('button', { name: 'Your account' }).click();
  held.resolve();
  await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
});

test('every screen speaks the language of the user, and none has words of its own', async () => {
  const page = await dashboard.signInAs('admin', '/account');
  await page.evaluate(() => localStorage.setItem('doorstep.language', 'pseudo'));
  for (const shot of screenshots.filter(({ isSignedOut, screen }) => !isSignedOut && screen)) {
    const path = typeof shot.path === 'function' ? await shot.path(dashboard) : shot.path;
    await page.goto(dashboard.url + (path ?? shot.screen ?? '/'));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(150);
    assert.deepEqual(await hardCodedWords(page), [], shot.name);
  }
});

test('every screen has a picture', async () => {
  // By its address: the screens behind it are compiled in another way than tests.
  const file = new URL('../src/app/screens.ts', import.meta.url).href;
  const { screens } = (await import(file)) as { screens: readonly { readonly path: string }[] };
  const pictured = new Set(screenshots.map(({ screen }) => screen));
  assert.deepEqual(
    screens.map(({ path }) => path).filter((path) => !pictured.has(path)),
    [],
  );
});

test('Arabic reads from right to left', async () => {
  const page = await dashboard.signInAs('admin', '/account', { locale: 'ar' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
  const rooms = await page.getByRole('navigation').boundingBox();
  assert.ok(rooms !== null && rooms.x > 1000, 'the rooms are on the right');
  await page.getByRole('link', { name: 'الطلبات' }).click();
  await page.getByTestId('row').first().waitFor();
  await noSidewaysScroll(page);
});

test('a number and Enter open the order, without the mouse', async () => {
  const page = await dashboard.signInAs('service', '/');
  await ready(page, 'Home');
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette').waitFor();
  await page.keyboard.type('1007');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/orders/1007');
});

test('the palette finds customers and SKUs, for whom may see them', async () => {
  const { items } = await dashboard.api.listCustomers({ limit: 1 });
  const [customer] = items;
  assert.ok(customer !== undefined);
  const page = await dashboard.signInAs('service', '/');
  await ready(page, 'Home');
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette').waitFor();
  await page.keyboard.type('VASE-OCEAN');
  await page.getByRole('option', { name: 'VASE-OCEAN' }).first().waitFor();
  await page
    .getByLabel('Search')
    .getByRole('combobox')
    .fill(customer.email ?? '');
  // The last one searches orders for it.
  const found = page.getByRole('option').filter({ hasText: customer.email ?? '' });
  await found.nth(1).waitFor();
  await found.first().click();
  await page.waitForURL(`**/customers/${customer.id}`);
});

test('End shows the last rows without what lies between, and Home the first again', async () => {
  const page = await dashboard.signInAs('operations', '/orders');
  await page.getByTestId('row').first().waitFor();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/v1/orders?')) asked.push(request.url());
  });
  const { items } = await dashboard.api.listOrders({ sort: 'placed', limit: 200 });
  const active = page.locator('[data-active]');
  const before = page.waitForResponse(
    (response) => response.url().includes('sort=placed') && response.url().includes('cursor='),
  );
  await page.keyboard.press('End');
  await before;
  // What came before what was in sight has not pushed it down.
  await page.waitForFunction(isAtEndOf, items.length);
  await active.getByRole('link', { name: items[0]?.number ?? '?' }).waitFor();
  // From the end alone: the page that it shows, and the one before.
  const sorts = asked.map((url) => new URL(url).searchParams.get('sort'));
  assert.ok(sorts.length <= 2 && sorts.every((sort) => sort === 'placed'), sorts.join());
  await page.keyboard.press('k');
  await page.keyboard.press('Home');
  const newest = await dashboard.api.listOrders({ sort: '-placed', limit: 1 });
  await active.getByRole('link', { name: newest.items[0]?.number ?? '?' }).waitFor();
});

/** Whether the table holds as many rows, and its last one is in sight. */
function isAtEndOf(count: number): boolean {
  const table = document.querySelector('[data-testid=table]');
  const row = table?.querySelector('[data-testid=row]');
  if (!table || !row) return false;
  const { scrollTop, scrollHeight, clientHeight } = table;
  return scrollHeight > count * row.clientHeight && scrollTop + clientHeight > scrollHeight - 2;
}

test('the palette is there at once, and knows what one may do', async () => {
  const page = await dashboard.signInAs('warehouse', '/account');
  await ready(page, 'Account');
  const times: number[] = [];
  for (let time = 0; time < 3; time += 1) times.push(await opened(page));
  // A machine that does other things, too, may be late once.
  assert.ok(Math.min(...times) < 100, times.join(' '));
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette').waitFor();
  await page.keyboard.type('go to');
  const names = await page.getByRole('option').allTextContents();
  assert.ok(names.some((name) => name.includes('Go to Orders')));
  assert.ok(!names.some((name) => name.includes('Developers')), names.join());
});

/** Milliseconds from the key to the frame that shows the palette; it is closed again. */
async function opened(page: Page): Promise<number> {
  await page.evaluate(() => {
    performance.clearMeasures();
    const once = { once: true, capture: true };
    window.addEventListener('keydown', () => performance.mark('pressed'), once);
    new MutationObserver((_, observer) => {
      if (document.querySelector('[data-testid=palette] input') === null) return;
      requestAnimationFrame(() => performance.measure('opened', 'pressed'));
      observer.disconnect();
    }).observe(document.body, { childList: true, subtree: true });
  });
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette').waitFor();
  const done = await page.waitForFunction(
    () => performance.getEntriesByName('opened')[0]?.duration,
  );
  await page.keyboard.press('Escape');
  await page.getByTestId('palette').waitFor({ state: 'detached' });
  return (await done.jsonValue()) ?? Number.POSITIVE_INFINITY;
}

test('keys lead everywhere, but not while one types, and not when they are off', async () => {
  const page = await dashboard.signInAs('admin', '/');
  await ready(page, 'Home');
  await pressTogether(page, 'g', 'o');
  await page.getByTestId('row').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+x');
  assert.equal(await page.locator('[aria-selected=true]').count(), 2);
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('Next row').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.evaluate(() => localStorage.setItem('doorstep.singleKeys', 'off'));
  await pressTogether(page, 'g', 'h');
  assert.equal(new URL(page.url()).pathname, '/orders');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('g h');
  assert.equal(new URL(page.url()).pathname, '/orders');
});

test('two keys belong together as they were pressed, however late a busy page comes to them', async () => {
  const page = await dashboard.signInAs('admin', '/');
  await ready(page, 'Home');
  await page.evaluate((busyMs) => {
    const work = () => {
      for (const end = performance.now() + busyMs; performance.now() < end; );
    };
    window.addEventListener('keydown', work, { once: true });
  }, 2500);
  await pressTogether(page, 'g', 'o');
  await page.waitForURL('**/orders');
});

/** As who types them does: the second does not wait until the page has done with the first. */
async function pressTogether(page: Page, ...keys: readonly string[]): Promise<void> {
  await Promise.all(keys.map((key) => page.keyboard.press(key)));
}

test('what one may not see says what it needs, and what is not there says so', async () => {
  const page = await dashboard.signInAs('warehouse', '/developers');
  await page.getByText('events:read').waitFor();
  assert.equal(await page.getByRole('link', { name: 'Developers' }).count(), 0);
  await page.goto(`${dashboard.url}/no-such-room`);
  await page.getByText('There is nothing here').waitFor();
});

test('a new order is told of within a second, and the list does not move', async () => {
  const page = await dashboard.signInAs('operations', '/orders');
  await page.getByTestId('row').first().waitFor();
  await page.locator('[data-state="live"]').waitFor();
  const first = await page.getByTestId('row').first().textContent();
  let number = '';
  const pill = page.getByRole('button', { name: /^\d new orders?$/ });
  await inTime(1000, async (time) => {
    ({ number } = await dashboard.api.captureOrder({
      channel: 'web',
      currency: 'EUR',
      pricesIncludeTax: true,
      lines: [{ sku: 'VASE-OCEAN', quantity: 1, unitPriceMinor: 1000 }],
    }));
    await pill.filter({ hasText: String(time + 1) }).waitFor();
  });
  assert.equal(await page.getByTestId('row').first().textContent(), first);
  const row = page.getByRole('link', { name: number, exact: true });
  assert.equal(await row.count(), 0);
  await pill.click();
  await row.waitFor();
});

test('a lost connection is told of, and comes back', async () => {
  const page = await dashboard.signInAs('operations', '/account');
  await page.locator('[data-state="live"]').waitFor();
  await page.context().setOffline(true);
  await page.locator('[data-state="offline"]').waitFor();
  await page.context().setOffline(false);
  await page.locator('[data-state="live"]').waitFor();
});

test('a page that lacks a part is loaded anew when the line is back, and nobody writes in it', async () => {
  const page = await dashboard.signInAs('operations', '/account');
  // A page that is still there would ask for the part, too.
  await page.goto('about:blank');
  const isBack = Promise.withResolvers<void>();
  // It is asked for by a link that preloads it and by the import: at once, or one after the other.
  let isBroken = true;
  await page.route('**/assets/palette-*.js', (route) =>
    isBroken ? route.abort('failed') : route.continue(),
  );
  await page.route(`${dashboard.url}/`, async (route) => {
    await isBack.promise;
    await route.continue();
  });
  const lacking = page.waitForRequest(`${dashboard.url}/`);
  await page.goto(`${dashboard.url}/account`);
  await page.getByLabel('Name').fill('Robin at the desk');
  await lacking;
  const answered = page.waitForResponse(`${dashboard.url}/`);
  isBroken = false;
  isBack.resolve();
  await answered;
  await page.waitForRequest(`${dashboard.url}/`);
  assert.equal(await page.getByLabel('Name').inputValue(), 'Robin at the desk');
  const loaded = page.waitForEvent('load');
  await page.getByRole('heading', { level: 1 }).click();
  await loaded;
  await ready(page, 'Account');
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette').waitFor();
});

test('a screen that did not come is gone to when the line is back', async () => {
  const page = await dashboard.signInAs('operations', '/account');
  await ready(page, 'Account');
  let isBroken = true;
  await page.route('**/assets/orders-screen-*.js', (route) =>
    isBroken ? route.abort('failed') : route.continue(),
  );
  const isBack = Promise.withResolvers<void>();
  await page.route(`${dashboard.url}/`, async (route) => {
    await isBack.promise;
    await route.continue();
  });
  const lacking = page.waitForRequest(`${dashboard.url}/`);
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  await lacking;
  assert.equal(await page.getByTestId('row').count(), 0);
  isBroken = false;
  isBack.resolve();
  await page.waitForURL('**/orders');
  await page.getByTestId('row').first().waitFor();
});

test('a screen that is gone for good is told of, and not waited for again and again', async () => {
  const page = await dashboard.signInAs('operations', '/account');
  await ready(page, 'Account');
  await page.route('**/assets/orders-screen-*.js', (route) => route.abort('failed'));
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  await page.getByRole('button', { name: 'Load anew' }).waitFor();
});

test('a part that never comes keeps nobody from the rest', async () => {
  const page = await dashboard.signInAs('operations', '/account');
  await ready(page, 'Account');
  const askedAgain = Promise.withResolvers<void>();
  let asked = 0;
  await page.route('**/assets/palette-*.js', (route) => {
    asked += 1;
    if (asked === 2) askedAgain.resolve();
    return route.abort('failed');
  });
  await page.reload();
  await askedAgain.promise;
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  await page.getByTestId('row').first().waitFor();
});

test('a list of any length is a few dozen rows in the page, and one comes back where one was', async () => {
  const page = await dashboard.signInAs('operations', '/orders');
  await page.getByTestId('row').first().waitFor();
  for (let row = 0; row < 40; row += 1) await page.keyboard.press('j');
  const active = page.locator('[data-active]');
  const name = await active.getByRole('link').textContent();
  assert.ok((await page.getByTestId('row').count()) < 60);
  assert.equal(await active.count(), 1);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/orders/${name}`);
  await page.goBack();
  await active.waitFor();
  assert.equal(await active.getByRole('link').textContent(), name);
});
