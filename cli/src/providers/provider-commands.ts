// doorstep providers: accounts at payment providers. Secrets are read from a file or what is piped in,
// never from arguments, which others on the machine can see.

import * as contract from '@doorstep/contract/provider-connections.ts';
import type { Command } from 'commander';
import { answer, answerList } from '../answer.ts';
import { fieldOptions, fieldsOf } from '../fields.ts';
import { type JsonOption, type ListOptions, listVerb, verb } from '../options.ts';
import { colors, hint, moment, say, sayTable, status } from '../print.ts';

type Connection = contract.ProviderConnectionAnswer;

export function providerCommands(providers: Command): void {
  listVerb(providers, 'list the accounts at payment providers').action(
    async (options: ListOptions) =>
      answerList(
        contract.listProviderConnections,
        {},
        options,
        'No accounts at payment providers.',
        (items) =>
          sayTable(
            ['provider', 'name', 'state', 'last answer', 'id'],
            items.map((one) => [
              one.provider,
              one.name,
              stateOf(one),
              one.health.lastSuccessAt === null ? null : moment(one.health.lastSuccessAt),
              colors.dim(one.id),
            ]),
          ),
      ),
  );
  verb(providers, 'show <connection>', 'one account, and how it does').action(
    async (connection: string, { json }: JsonOption) =>
      answer(contract.getProviderConnection, { params: { connection } }, { json }, sayConnection),
  );
  const create = verb(providers, 'create <provider>', 'connect an account; secrets by --file');
  fieldOptions(create, contract.createProviderConnection, ['provider', 'secrets']).action(
    async (provider: string, options: JsonOption) => {
      const body = await fieldsOf(contract.createProviderConnection, options, { provider });
      await answer(contract.createProviderConnection, { body }, options, sayNew);
    },
  );
  const change = verb(providers, 'change <connection>', 'change it, take it into or out of use');
  fieldOptions(change, contract.changeProviderConnection).action(
    async (connection: string, options: JsonOption) => {
      const body = await fieldsOf(contract.changeProviderConnection, options);
      const input = { params: { connection }, body };
      await answer(contract.changeProviderConnection, input, options, sayConnection);
    },
  );
  secretCommands(providers);
}

function secretCommands(providers: Command): void {
  const rotate = verb(providers, 'rotate <connection>', 'give it other secrets, by --file');
  fieldOptions(rotate, contract.rotateProviderSecrets, ['secrets']).action(
    async (connection: string, options: JsonOption) => {
      const body = await fieldsOf(contract.rotateProviderSecrets, options);
      const input = { params: { connection }, body };
      await answer(contract.rotateProviderSecrets, input, options, sayConnection);
    },
  );
  verb(providers, 'remove <connection>', 'remove it, and its secrets at once').action(
    async (connection: string, { json }: JsonOption) =>
      answer(contract.removeProviderConnection, { params: { connection } }, { json }, () =>
        say(`Removed ${connection}`),
      ),
  );
}

function stateOf({ active, health }: Connection): string {
  if (!active) return status('off');
  return health.failingSince === null ? status('on') : status('failing');
}

function sayConnection(connection: Connection): void {
  const { health } = connection;
  const { provider, name, mode } = connection;
  say(`${colors.bold(provider)}  ${name}  ${stateOf(connection)}  ${colors.dim(connection.id)}`);
  say(`The ${mode} mode; secrets of ${moment(connection.secretsChangedAt)} UTC`);
  if (health.lastSuccessAt !== null) say(`Last answered ${moment(health.lastSuccessAt)} UTC`);
  if (health.lastFailureAt !== null)
    say(`Last failed ${moment(health.lastFailureAt)} UTC: ${health.lastFailure}`);
}

function sayNew(connection: Connection): void {
  sayConnection(connection);
  hint(`Have the provider send its webhooks to ${connection.webhookPath}`);
}
