// How long the log is.

import { listEvents } from '@doorstep/contract/log.ts';
import { callApi } from '../api.ts';
import type { Connection } from '../config.ts';

/** Positions are dense from 1, so the end is found by doubling and halving. */
export async function endOfLog(connection: Connection): Promise<number> {
  const exists = async (position: number): Promise<boolean> => {
    const query = { after: position - 1, limit: 1 };
    return (await callApi(connection, listEvents, { query })).items.length > 0;
  };
  let beyond = 1;
  while (await exists(beyond)) beyond *= 2;
  let last = Math.floor(beyond / 2);
  while (beyond - last > 1) {
    const middle = Math.floor((last + beyond) / 2);
    if (await exists(middle)) last = middle;
    else beyond = middle;
  }
  return last;
}
