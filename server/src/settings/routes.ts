// HTTP of settings.
// cspell:ignore nosniff

import * as contract from '@doorstep/contract/settings.ts';
import { refuse } from '@doorstep/core/refusal.ts';
import { inTransaction } from '../db/transaction.ts';
import { bindCall, bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { changeAppearance } from './change-appearance.ts';
import { changeNumberFormats } from './change-number-formats.ts';
import { changeReasons } from './change-reasons.ts';
import { putLogo, removeLogo } from './put-logo.ts';
import { readSettings } from './read-settings.ts';
import { selectLogo } from './sql.ts';

export function settingsRoutes(http: HttpContext): void {
  bindRead(http, contract.getSettings, (tx) => readSettings(tx));
  bindCommand(http, contract.changeAppearance, (tx, { body }) => changeAppearance(tx, body));
  bindCommand(http, contract.changeNumberFormats, (tx, { body }) => changeNumberFormats(tx, body));
  bindCommand(http, contract.changeReasons, (tx, { params, body }) =>
    changeReasons(tx, params.kind, body),
  );
  logoRoutes(http);
}

function logoRoutes(http: HttpContext): void {
  bindCommand(http, contract.putLogo, (tx, { body }) => putLogo(tx, body.picture));
  bindCommand(http, contract.removeLogo, (tx) => removeLogo(tx));
  bindCall(http, contract.getLogo, async ({ principal, request, reply }) => {
    const logo = await inTransaction(http.pool, principal.tenant, (tx) => tx.row(selectLogo));
    if (logo === undefined) return refuse('not-found', 'There is no picture.');
    reply.header('etag', `"${logo.digest}"`);
    reply.header('cache-control', 'private, no-cache');
    // Whatever a browser believes to see in it, it is a picture.
    reply.header('x-content-type-options', 'nosniff');
    reply.header('content-security-policy', "default-src 'none'");
    if (request.headers['if-none-match'] === `"${logo.digest}"`) await reply.code(304).send();
    else await reply.type(logo.content_type).send(logo.bytes);
    return undefined;
  });
}
