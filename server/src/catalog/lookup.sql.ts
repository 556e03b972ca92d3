// How other rooms find SKUs and channels.

import { statement } from '../db/statement.ts';

export interface FoundSkuRow {
  readonly id: string;
  readonly code: string;
}

// By code or by bare id; a reference that is no UUID compares with no id.
export const selectSkusByReference = statement<FoundSkuRow>(
  'catalog.selectSkusByReference',
  `select id, code from skus
   where tenant_id = (select current_tenant()) and code = any ($1::text[])
   union
   select id, code from skus
   where tenant_id = (select current_tenant()) and id = any ($2::uuid[])`,
);

export interface FoundChannelRow {
  readonly id: string;
  readonly code: string;
}

export const selectChannelsByCode = statement<FoundChannelRow>(
  'catalog.selectChannelsByCode',
  `select id, code from channels
   where tenant_id = (select current_tenant()) and code = any ($1::text[])`,
);

export const selectAllChannels = statement<FoundChannelRow>(
  'catalog.selectAllChannels',
  `select id, code from channels where tenant_id = (select current_tenant()) and active
   order by code`,
);

export const selectChannelCodes = statement<FoundChannelRow>(
  'catalog.selectChannelCodes',
  `select id, code from channels where tenant_id = (select current_tenant())`,
);
