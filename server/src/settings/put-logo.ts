// Puts a picture beside the name of the company, or takes it away.

import { createHash } from 'node:crypto';
import type { AppearanceAnswer } from '@doorstep/contract/settings.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { cleanPicture } from '@doorstep/core/settings/picture.ts';
import type { CommandTx } from '../db/run-command.ts';
import { readAppearance } from './read-settings.ts';
import { deleteLogo, putLogoRow } from './sql.ts';

const BYTES_MAX = 256 * 1024;

/** @returns the refusal `picture-unreadable` */
export async function putLogo(tx: CommandTx, base64: string): Promise<AppearanceAnswer | Refusal> {
  const bytes = Buffer.from(base64, 'base64');
  const picture = bytes.length <= BYTES_MAX ? cleanPicture(bytes) : undefined;
  if (picture === undefined)
    return refuse('picture-unreadable', 'Neither a whole PNG nor a whole JPEG of a fitting size.');
  const { contentType, width, height } = picture;
  const digest = createHash('sha256').update(picture.bytes).digest('hex').slice(0, 16);
  await tx.run(putLogoRow, [contentType, digest, Buffer.from(picture.bytes)]);
  tx.audit({
    type: 'tenant.logo_put',
    subject: tx.tenant,
    after: { digest, contentType, width, height },
  });
  return readAppearance(tx);
}

export async function removeLogo(tx: CommandTx): Promise<null> {
  if ((await tx.run(deleteLogo)) > 0)
    tx.audit({ type: 'tenant.logo_removed', subject: tx.tenant, after: {} });
  return null;
}
