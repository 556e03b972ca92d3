// SQL of second factors, recovery codes and password resets.

import { statement } from '../db/statement.ts';

export interface SecondFactorRow {
  readonly sealed_secret: Buffer;
  readonly confirmed_at: Date | null;
  readonly last_step: bigint;
}

export const lockSecondFactor = statement<SecondFactorRow>(
  'access.lockSecondFactor',
  `select sealed_secret, confirmed_at, last_step from second_factors
   where tenant_id = (select current_tenant()) and user_id = $1 for update`,
);

// Replaces what was begun, never what is confirmed.
export const beginSecondFactorRow = statement(
  'access.beginSecondFactor',
  `insert into second_factors (tenant_id, user_id, sealed_secret, created_at)
   values (current_tenant(), $1, $2, $3)
   on conflict (tenant_id, user_id)
     do update set sealed_secret = excluded.sealed_secret, created_at = excluded.created_at,
       last_step = 0
     where second_factors.confirmed_at is null`,
);

export const takeStep = statement(
  'access.takeStep',
  `update second_factors set last_step = $2, confirmed_at = coalesce(confirmed_at, $3)
   where tenant_id = (select current_tenant()) and user_id = $1`,
);

export const deleteSecondFactor = statement(
  'access.deleteSecondFactor',
  `with codes as (
     delete from recovery_codes where tenant_id = (select current_tenant()) and user_id = $1
   )
   delete from second_factors
   where tenant_id = (select current_tenant()) and user_id = $1 and confirmed_at is not null`,
);

export const deleteRecoveryCodes = statement(
  'access.deleteRecoveryCodes',
  `delete from recovery_codes where tenant_id = (select current_tenant()) and user_id = $1`,
);

export const insertRecoveryCodes = statement(
  'access.insertRecoveryCodes',
  `insert into recovery_codes (tenant_id, user_id, code_hash)
   select current_tenant(), $1, unnest($2::bytea[])`,
);

export const spendRecoveryCode = statement(
  'access.spendRecoveryCode',
  `delete from recovery_codes
   where tenant_id = (select current_tenant()) and user_id = $1 and code_hash = $2`,
);

export const countRecoveryCodes = statement<{ count: number }>(
  'access.countRecoveryCodes',
  `select count(*)::int as count from recovery_codes
   where tenant_id = (select current_tenant()) and user_id = $1`,
);

export const putPasswordReset = statement(
  'access.putPasswordReset',
  `insert into password_resets (tenant_id, user_id, token_hash, expires_at)
   values (current_tenant(), $1, $2, $3)
   on conflict (tenant_id, user_id)
     do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at`,
);

export const selectPasswordReset = statement<{ user_id: string }>(
  'access.selectPasswordReset',
  `select user_id from password_resets
   where tenant_id = (select current_tenant()) and token_hash = $1 and expires_at > $2`,
);

// Deleted as it is used: of two that use it at once, one finds it.
export const spendPasswordReset = statement<{ user_id: string }>(
  'access.spendPasswordReset',
  `delete from password_resets
   where tenant_id = (select current_tenant()) and token_hash = $1 and expires_at > $2
   returning user_id`,
);

export const deletePasswordReset = statement(
  'access.deletePasswordReset',
  `delete from password_resets where tenant_id = (select current_tenant()) and user_id = $1`,
);
