// A customer, by id or by e-mail address.

import { type CustomerAnswer, getCustomer, listCustomers } from '@doorstep/contract/customers.ts';
import { callApi } from '../api.ts';
import { CommandError } from '../command-error.ts';
import type { Connection } from '../config.ts';

export async function findCustomer(connection: Connection, named: string): Promise<CustomerAnswer> {
  if (named.startsWith('cus_'))
    return callApi(connection, getCustomer, { params: { customer: named } });
  const email = named.toLowerCase();
  const { items } = await callApi(connection, listCustomers, { query: { search: email } });
  const customer = items.find((one) => one.email === email);
  if (customer === undefined)
    throw new CommandError({
      what: `There is no customer ${named}.`,
      remedy: 'See `doorstep customers --search`.',
      exitCode: 1,
    });
  return customer;
}
