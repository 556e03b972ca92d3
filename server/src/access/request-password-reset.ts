// Sends a link by mail to whoever forgot the password, if there is such a user. Nobody learns whether.

import { systemActor } from '@doorstep/core/access/actor.ts';
import type { Mailer } from '@doorstep/core/access/mail.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Logger } from 'pino';
import type { Pool } from '../db/pool.ts';
import { runCommand } from '../db/run-command.ts';
import { findUser } from './find-user.ts';
import type { GuessLimit } from './guess-limit.ts';
import { issuePasswordReset, RESET_MINUTES } from './issue-password-reset.ts';

export interface MailDoor {
  readonly mailer: Mailer;
  /** Where people reach this server: a link is never made of what a request says of itself. */
  readonly publicUrl: string;
}

export interface ResetDoor {
  readonly app: Pool;
  readonly gate: Pool;
  readonly guesses: GuessLimit;
  readonly mail: MailDoor | null;
  readonly now: () => Date;
  readonly log: Logger;
}

/** @returns whether mail is sent at all, or the refusal `rate-limited` */
export async function requestPasswordReset(
  door: ResetDoor,
  { tenant, email }: { readonly tenant: string; readonly email: string },
): Promise<{ mail: boolean } | Refusal> {
  const limited = await door.guesses.refuse('reset', tenant, email);
  if (limited !== undefined) return limited;
  const { mail } = door;
  if (mail === null) return { mail: false };
  // Answered before anything is looked up, so that the time tells nothing. A link that is lost on
  // the way is asked for again: its secret is kept nowhere.
  void sendLink(door, mail, tenant, email).catch((error: unknown) =>
    door.log.warn({ err: error }, 'a link to reset a password was not sent'),
  );
  return { mail: true };
}

async function sendLink(
  door: ResetDoor,
  { mailer, publicUrl }: MailDoor,
  slug: string,
  email: string,
): Promise<void> {
  const known = await findUser(door, slug, email);
  if (known === undefined) return;
  const user = idFromUuid('user', known.user.id);
  const context = { tenant: known.tenant, actor: systemActor('password-reset'), now: door.now() };
  const { outcome } = await runCommand(door.app, context, null, (tx) =>
    issuePasswordReset(tx, user, null),
  );
  if (isRefusal(outcome)) return;
  await mailer.send({
    to: known.user.email,
    subject: 'Set a new password for Doorstep',
    text: [
      `Somebody, probably you, asked to set a new password for ${slug}.`,
      '',
      new URL(outcome.path, publicUrl).href,
      '',
      `The link works once, for ${RESET_MINUTES} minutes. If it was not you, do nothing.`,
      '',
    ].join('\n'),
  });
}
