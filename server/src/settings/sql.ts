// SQL of what a tenant sets for itself.

import { statement } from '../db/statement.ts';

export interface SettingRow {
  readonly name: string;
  readonly id: string;
  readonly value: unknown;
  readonly version: number;
}

const COLUMNS = 'name, id, value, version';

export const selectSettings = statement<SettingRow>(
  'settings.selectSettings',
  `select ${COLUMNS} from settings where tenant_id = (select current_tenant())`,
);

export const selectSetting = statement<SettingRow>(
  'settings.selectSetting',
  `select ${COLUMNS} from settings where tenant_id = (select current_tenant()) and name = $1`,
);

// There is a row to lock from then on, so two who change it do so one after the other.
export const openSetting = statement(
  'settings.openSetting',
  `insert into settings (tenant_id, name, id, value, changed_at, version)
   values (current_tenant(), $1, $2, $3, $4, 0)
   on conflict do nothing`,
);

export const lockSetting = statement<SettingRow>(
  'settings.lockSetting',
  `select ${COLUMNS} from settings
   where tenant_id = (select current_tenant()) and name = $1 for no key update`,
);

export const updateSetting = statement<SettingRow>(
  'settings.updateSetting',
  `update settings set value = $2, changed_at = $3, version = version + 1
   where tenant_id = (select current_tenant()) and name = $1
   returning ${COLUMNS}`,
);

export interface CompanyRow {
  readonly name: string;
  readonly currency: string;
  readonly has_orders: boolean;
  readonly logo: string | null;
}

export const selectCompany = statement<CompanyRow>(
  'settings.selectCompany',
  `select name, currency,
          (select id from orders where tenant_id = (select current_tenant())
           order by id limit 1) is not null as has_orders,
          (select digest from logos where tenant_id = (select current_tenant())) as logo
   from tenants where tenant_id = (select current_tenant())`,
);

export const updateCompany = statement(
  'settings.updateCompany',
  `update tenants set name = $1, currency = $2 where tenant_id = (select current_tenant())`,
);

export const putLogoRow = statement(
  'settings.putLogo',
  `insert into logos (tenant_id, content_type, digest, bytes)
   values (current_tenant(), $1, $2, $3)
   on conflict (tenant_id)
     do update set content_type = excluded.content_type, digest = excluded.digest,
                   bytes = excluded.bytes`,
);

export const deleteLogo = statement(
  'settings.deleteLogo',
  `delete from logos where tenant_id = (select current_tenant())`,
);

export const selectLogo = statement<{ content_type: string; digest: string; bytes: Buffer }>(
  'settings.selectLogo',
  `select content_type, digest, bytes from logos where tenant_id = (select current_tenant())`,
);

export const selectKnownChannels = statement<{ id: string }>(
  'settings.selectKnownChannels',
  `select id from channels
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])`,
);
