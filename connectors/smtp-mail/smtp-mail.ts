// Mail by SMTP. Where it goes is the operator's setting, never a tenant's, so it may be any host.

import type { Mailer } from '@doorstep/core/access/mail.ts';
import { createTransport } from 'nodemailer';

export interface SmtpSettings {
  /** smtp://user:password@host:587, or smtps://… */
  readonly url: string;
  readonly from: string;
}

/** A mail server that does not answer in time is given up; whoever asked may ask again. */
const TIMEOUT_MS = 10_000;

export function smtpMail({ url, from }: SmtpSettings): Mailer {
  const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS };
  const transport = createTransport({ url, ...timeouts, socketTimeout: TIMEOUT_MS });
  return {
    async send({ to, subject, text }) {
      // One recipient as an object: nothing in the address is read as another one.
      const recipient = { address: to, name: '' };
      await transport.sendMail({ from, to: recipient, subject, text });
    },
    close: () => transport.close(),
  };
}
