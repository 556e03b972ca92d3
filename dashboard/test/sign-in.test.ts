// cspell:ignore Deutsch Konto Darstellung Dunkel Zeitzone

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { codeAt } from '../../server/test/browser.ts';
import { axeClean, noSidewaysScroll, standsStill } from './look.ts';
import { type Dashboard, openDashboard } from './open-dashboard.ts';

let dashboard: Dashboard;
before(async () => {
  dashboard = await openDashboard({ orders: 3 });
});
after(() => dashboard.close());

const password = 'correct horse battery';

async function member(name: string, role = 'operations') {
  const email = `${name}@demo.example`;
  const { id } = await dashboard.api.createUser({
    email,
    name,
    role: role as 'operations',
    password,
  });
  return { id, email };
}

async function signIn(page: Page, email: string, secret = password): Promise<void> {
  await page.getByLabel('Shop', { exact: true }).fill(dashboard.tenant);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(secret);
  await page.keyboard.press('Enter');
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });

test('a second factor is set up with its QR code, and asked for at the next sign-in, by keys alone', async () => {
  const { email } = await member('ann');
  const page = await dashboard.open('/account');
  await signIn(page, email);
  await heading(page, 'Account').waitFor();
  await page.getByRole('button', { name: 'Set it up' }).press('Enter');
  await page.getByLabel('Your password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('img', { name: 'QR code for the app' }).waitFor();
  const secret = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '');
  await page.getByLabel('Code', { exact: true }).fill(codeAt(secret, new Date()));
  await page.keyboard.press('Enter');
  const codes = page.getByRole('dialog', { name: 'Recovery codes' }).getByRole('listitem');
  await codes.first().waitFor();
  const [recovery = ''] = await codes.allInnerTexts();
  assert.equal(await codes.count(), 10);
  await page.getByRole('button', { name: 'I have kept them' }).press('Enter');
  await page.getByText('10 recovery codes left').waitFor();

  const other = await dashboard.open('/account');
  await signIn(other, email);
  await heading(other, 'Enter the code').waitFor();
  await other.getByLabel('Code', { exact: true }).fill('000000');
  await other.keyboard.press('Enter');
  await other.getByRole('alert').waitFor();
  await other.getByLabel('Code', { exact: true }).fill(recovery);
  await other.keyboard.press('Enter');
  await heading(other, 'Account').waitFor();
  await other.getByText('9 recovery codes left').waitFor();
});

test('who guesses too often is told when to try again, and an admin lets them', async () => {
  const { id, email } = await member('bob');
  const wrong = { tenant: dashboard.tenant, email, password: 'not the password' };
  for (let guess = 0; guess < 10; guess += 1)
    await dashboard.api.signIn(wrong).catch(() => undefined);
  const page = await dashboard.open('/');
  await signIn(page, email);
  const told = (await page.getByRole('alert').textContent()) ?? '';
  assert.match(told, /try again at \d+:\d\d/);
  const admin = await dashboard.signInAs('admin', `/users?open=${id}`);
  await admin.getByRole('button', { name: 'Let try again' }).click();
  await admin.getByText('May try again').waitFor();
  await page.keyboard.press('Enter');
  await heading(page, 'Home').waitFor();
});

test('a session ended in another browser asks again there, and what was typed is kept', async () => {
  const { email } = await member('cat');
  const laptop = await dashboard.open('/account');
  await signIn(laptop, email);
  await heading(laptop, 'Account').waitFor();
  const phone = await dashboard.open('/account', {
    userAgent: 'Mozilla/5.0 (iPhone) Safari/604.1',
  });
  await signIn(phone, email);
  await heading(phone, 'Account').waitFor();
  await phone.getByLabel('Name', { exact: true }).fill('Cat on the phone');
  await laptop.reload();
  await laptop.getByRole('button', { name: 'End the session of Safari on iPhone' }).click();
  await laptop.getByText('Safari on iPhone').waitFor({ state: 'detached' });
  await phone.getByRole('button', { name: 'Save' }).click();
  const again = phone.getByRole('dialog', { name: 'Sign in again' });
  await again.getByLabel('Password', { exact: true }).fill(password);
  await phone.keyboard.press('Enter');
  await again.waitFor({ state: 'hidden' });
  assert.equal(await phone.getByLabel('Name', { exact: true }).inputValue(), 'Cat on the phone');
  await phone.getByRole('button', { name: 'Save' }).click();
  await phone.getByText('Saved').waitFor();
});

test('a link of an admin sets a new password, and the shop is remembered', async () => {
  const { id, email } = await member('dan');
  const admin = await dashboard.signInAs('admin', `/users?open=${id}`);
  await admin.getByRole('button', { name: 'Password link' }).click();
  const link = (await admin.getByTestId('secret').textContent()) ?? '';
  const page = await dashboard.open('/');
  await page.goto(link);
  await heading(page, 'New password').waitFor();
  await axeClean(page);
  await noSidewaysScroll(page);
  await page.getByLabel('New password').fill('a brand new password');
  await page.keyboard.press('Enter');
  await page.getByText('The password is set').waitFor();
  await page.getByRole('button', { name: 'To the sign-in' }).click();
  await page.getByLabel('E-mail').fill(email);
  assert.equal(await page.getByLabel('Shop', { exact: true }).inputValue(), dashboard.tenant);
  assert.equal(new URL(page.url()).hash, '');
  await page.getByLabel('Password', { exact: true }).fill('a brand new password');
  await page.keyboard.press('Enter');
  await heading(page, 'Home').waitFor();
});

test('who forgot the password is told what to do where no mail is sent', async () => {
  const page = await dashboard.open('/');
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  await page.getByLabel('Shop', { exact: true }).fill(dashboard.tenant);
  await page.getByLabel('E-mail').fill('nobody@demo.example');
  await page.keyboard.press('Enter');
  await page.getByText('Ask an admin').waitFor();
  await axeClean(page);
});

test('choices go with the user into another browser', async () => {
  const { email } = await member('eve');
  const page = await dashboard.open('/account');
  await signIn(page, email);
  await page.getByLabel('Language').selectOption('Deutsch');
  await heading(page, 'Konto').waitFor();
  const kept = Promise.all(
    ['dark', 'Tokyo'].map((choice) =>
      page.waitForResponse((response) => (response.request().postData() ?? '').includes(choice)),
    ),
  );
  await page.getByLabel('Darstellung').selectOption('Dunkel');
  await page.getByLabel('Zeitzone').selectOption('Asia/Tokyo');
  await kept;
  const other = await dashboard.open('/account');
  await signIn(other, email);
  await heading(other, 'Konto').waitFor();
  assert.equal(await other.getByLabel('Zeitzone').inputValue(), 'Asia/Tokyo');
  await other.locator('html[data-mantine-color-scheme=dark]').waitFor();
});

test('who works for two shops goes from one to the other, and nothing of one is in the other', async () => {
  const second = await dashboard.anotherTenant('second');
  const email = 'two@demo.example';
  const user = { email, name: 'two', role: 'operations', password } as const;
  for (const api of [dashboard.api, second]) await api.createUser(user);
  const page = await dashboard.open('/orders');
  await signIn(page, email);
  await page.getByTestId('row').first().waitFor();
  const menu = async (item: string) => {
    await page.getByRole('button', { name: 'Your account' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await menu('Sign in to another shop');
  await page.getByLabel('Shop', { exact: true }).fill('second');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await heading(page, 'Home').waitFor();
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  await page.getByText('No orders yet').waitFor();
  await menu('Demo shop');
  await heading(page, 'Home').waitFor();
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  await page.getByTestId('row').first().waitFor();
});

test('account and users are sound for everybody', async () => {
  const page = await dashboard.signInAs('admin', '/users');
  for (const path of ['/users', '/account']) {
    await page.goto(dashboard.url + path);
    await heading(page, path === '/users' ? 'Users' : 'Account').waitFor();
    await (path === '/users'
      ? page.getByTestId('row').first()
      : page.getByText('This one')
    ).waitFor();
    await standsStill(page);
    await axeClean(page);
    await noSidewaysScroll(page);
  }
});

test('a user is made, given a link, and disabled', async () => {
  const page = await dashboard.signInAs('admin', '/users');
  await page.getByTestId('row').first().waitFor();
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Name' }).fill('Fay');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('fay@demo.example');
  await page.getByRole('combobox', { name: 'Role' }).selectOption('Warehouse');
  await page.getByRole('button', { name: 'Create' }).click();
  const drawer = page.getByRole('dialog', { name: 'Fay' });
  await drawer.getByRole('button', { name: 'Password link' }).click();
  await drawer.getByTestId('secret').waitFor();
  await drawer.getByRole('button', { name: 'Disable' }).click();
  await drawer.getByRole('button', { name: 'Enable' }).waitFor();
});
