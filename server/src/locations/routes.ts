// HTTP of stock locations.

import * as contract from '@doorstep/contract/locations.ts';
import { bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { pageById } from '../http/list-page.ts';
import { changeLocation } from './change-location.ts';
import { createLocation } from './create-location.ts';
import { presentLocation } from './present-location.ts';
import { readLocation } from './read-location.ts';
import { selectLocations } from './sql.ts';

export function locationsRoutes(http: HttpContext): void {
  bindRead(http, contract.listLocations, (tx, { query }) => {
    const now = http.now();
    return pageById(
      query,
      (before, limit) => tx.rows(selectLocations, [before, limit]),
      (row) => presentLocation(row, now),
    );
  });
  bindRead(http, contract.getLocation, (tx, { params }) =>
    readLocation(tx, params.location, http.now()),
  );
  bindCommand(http, contract.createLocation, (tx, { body }) => createLocation(tx, body));
  bindCommand(http, contract.changeLocation, (tx, { params, body }) =>
    changeLocation(tx, params.location, body),
  );
}
