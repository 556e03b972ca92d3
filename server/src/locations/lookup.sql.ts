// How other rooms find stock locations.

import { statement } from '../db/statement.ts';

export const selectLocationsByReference = statement<{ id: string; code: string }>(
  'locations.selectLocationsByReference',
  `select id, code from locations
   where tenant_id = (select current_tenant()) and code = any ($1::text[])
   union
   select id, code from locations
   where tenant_id = (select current_tenant()) and id = any ($2::uuid[])`,
);

export const selectLocationsByName = statement<{ id: string; code: string }>(
  'locations.selectLocationsByName',
  `select id, code from locations
   where tenant_id = (select current_tenant()) and name = $1
   order by code limit 4`,
);
