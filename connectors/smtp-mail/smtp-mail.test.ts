import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMailbox } from '../conformance/mailbox.ts';
import { smtpMail } from './smtp-mail.ts';

test('a mail arrives as it was written, at one address only', async () => {
  const box = await openMailbox();
  const mailer = smtpMail({ url: box.url, from: 'Shop <shop@example.com>' });
  try {
    const to = 'ann@example.com, eve@example.com';
    await mailer.send({ to: 'ann@example.com', subject: 'Café', text: 'Line one\nLine two' });
    await mailer.send({ to, subject: 'x', text: 'x' }).catch(() => {});
    const [mail] = box.received;
    assert.deepEqual(mail?.to, ['ann@example.com']);
    assert.match(mail?.text ?? '', /Line one\r\nLine two/);
    assert.match(mail?.text ?? '', /From: Shop <shop@example\.com>/);
    assert.ok(box.received.every((one) => !one.to.includes('eve@example.com')));
  } finally {
    mailer.close();
    await box.close();
  }
});

test('a server that refuses is told', async () => {
  const box = await openMailbox();
  await box.close();
  const mailer = smtpMail({ url: box.url, from: 'shop@example.com' });
  await assert.rejects(mailer.send({ to: 'ann@example.com', subject: 'x', text: 'x' }));
  mailer.close();
});
