// HTTP of one's own account.

import type { RecoveryCodesAnswer } from '@doorstep/contract/account.ts';
import * as contract from '@doorstep/contract/account.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { answerCommand, withoutPassword } from '../http/answer-command.ts';
import { bindCall, type HttpContext } from '../http/bind.ts';
import { csrfTokenOf } from '../http/cross-site.ts';
import type { Principal } from '../http/principal.ts';
import type { Authentication } from './authentication.ts';
import { beginSecondFactor } from './begin-second-factor.ts';
import { changePassword } from './change-password.ts';
import { changePreferences } from './change-preferences.ts';
import { changeProfile } from './change-profile.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { cookieJar } from './cookie-jar.ts';
import type { GuessLimit } from './guess-limit.ts';
import { hashPassword } from './password.ts';
import { type ProvenUser, provePassword } from './prove-password.ts';
import { removeSecondFactor } from './remove-second-factor.ts';
import { replaceRecoveryCodes } from './replace-recovery-codes.ts';
import type { SecretBox } from './secret-box.ts';
import { showMe } from './show-me.ts';

export interface AccountDoors {
  readonly app: Pool;
  readonly gate: Pool;
  readonly authentication: Authentication;
  readonly guesses: GuessLimit;
  readonly secrets: SecretBox;
  readonly now: () => Date;
  readonly realNow: () => Date;
}

export function accountRoutes(http: HttpContext, doors: AccountDoors): void {
  bindCall(http, contract.getMe, async ({ principal, cookie }) => {
    const [secret] = cookie;
    const fromBrowser = {
      csrfToken: secret === undefined ? null : csrfTokenOf(secret),
      tenants: await cookieJar(doors).tenants(cookie),
    };
    return inTransaction(http.pool, principal.tenant, (tx) => showMe(tx, principal, fromBrowser));
  });

  bindCall(http, contract.changeProfile, (call) =>
    answerCommand(http, call, (tx) => changeProfile(tx, call.body, call.principal)),
  );

  bindCall(http, contract.changePreferences, (call) =>
    answerCommand(http, call, (tx) => changePreferences(tx, call.body, call.principal)),
  );

  bindCall(http, contract.changePassword, async (call) => {
    const { principal, body } = call;
    const proven = await prove(http, doors, principal, body.current);
    if (isRefusal(proven)) return proven;
    const passwordHash = await hashPassword(body.password);
    const outcome = await answerCommand(http, withoutPassword(call), (tx) =>
      changePassword(tx, proven, passwordHash, principal.session),
    );
    doors.authentication.forget();
    return outcome;
  });
  secondFactorRoutes(http, doors);
}

interface NewFactor {
  readonly secret: string | null;
  readonly uri: string | null;
}

function secondFactorRoutes(http: HttpContext, doors: AccountDoors): void {
  const { authentication, secrets } = doors;
  bindCall(http, contract.beginSecondFactor, async (call) => {
    const proven = await prove(http, doors, call.principal, call.body.password);
    if (isRefusal(proven)) return proven;
    return answerCommand<NewFactor>(
      http,
      withoutPassword(call),
      (tx) => beginSecondFactor(tx, proven, secrets),
      () => ({ secret: null, uri: null }),
    );
  });

  bindCall(http, contract.confirmSecondFactor, async (call) => {
    const check = { secrets, realNow: doors.realNow() };
    const outcome = await answerCommand<RecoveryCodesAnswer>(
      http,
      withoutPassword(call),
      (tx) => confirmSecondFactor(tx, call.body.code, call.principal, check),
      () => ({ recoveryCodes: [] }),
    );
    authentication.forget();
    return outcome;
  });

  bindCall(http, contract.replaceRecoveryCodes, async (call) => {
    const proven = await prove(http, doors, call.principal, call.body.password);
    if (isRefusal(proven)) return proven;
    return answerCommand<RecoveryCodesAnswer>(
      http,
      withoutPassword(call),
      (tx) => replaceRecoveryCodes(tx, proven),
      () => ({ recoveryCodes: [] }),
    );
  });

  bindCall(http, contract.removeSecondFactor, async (call) => {
    const proven = await prove(http, doors, call.principal, call.body.password);
    if (isRefusal(proven)) return proven;
    return answerCommand(http, withoutPassword(call), (tx) => removeSecondFactor(tx, proven));
  });
}

function prove(
  http: HttpContext,
  { guesses }: AccountDoors,
  principal: Principal,
  password: string,
): Promise<ProvenUser | Refusal> {
  return provePassword({ pool: http.pool, guesses }, principal, password);
}
