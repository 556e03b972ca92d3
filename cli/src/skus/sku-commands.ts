// doorstep skus: what is sold.

import * as contract from '@doorstep/contract/catalog.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { Command } from 'commander';
import { answer, answerList } from '../answer.ts';
import { fieldOptions, fieldsOf } from '../fields.ts';
import { collect, given, type JsonOption, type ListOptions, listVerb, verb } from '../options.ts';
import { colors, hint, money, say, sayTable, status } from '../print.ts';

interface Filters extends ListOptions {
  readonly search?: string;
}

interface Options extends JsonOption {
  readonly component?: readonly Component[];
}

type Component = NonNullable<BodyOf<typeof contract.createSku>['components']>[number];

export function skuCommands(skus: Command): void {
  listVerb(skus, 'list SKUs')
    .option('--search <words>', 'code, title or barcode, by its beginning')
    .action(async ({ json, limit, ...query }: Filters) =>
      answerList(contract.listSkus, { query }, { json, limit }, 'No SKUs.', (items) =>
        sayTable(
          ['code', 'title', 'state', 'price', 'made of'],
          items.map((one) => [
            one.code,
            one.title,
            status(one.active ? 'on' : 'off'),
            priceOf(one),
            madeOf(one),
          ]),
        ),
      ),
    );
  verb(skus, 'show <sku>', 'one SKU').action(async (sku: string, { json }: JsonOption) =>
    answer(contract.getSku, { params: { sku } }, { json }, saySku),
  );
  const create = componentOption(verb(skus, 'create <code>', 'create a SKU, or a kit of SKUs'));
  fieldOptions(create, contract.createSku, ['code']).action(
    async (code: string, options: Options) => {
      const own = { code, ...given({ components: options.component }) };
      const body = await fieldsOf(contract.createSku, options, own);
      await answer(contract.createSku, { body }, options, (sku) => {
        saySku(sku);
        if (sku.components.length === 0)
          hint(`Receive some: doorstep stock receive --sku ${sku.code} --location … --quantity …`);
      });
    },
  );
  const change = componentOption(verb(skus, 'change <sku>', 'change a SKU'));
  fieldOptions(change, contract.changeSku).action(async (sku: string, options: Options) => {
    const own = given({ components: options.component });
    const body = await fieldsOf(contract.changeSku, options, own);
    await answer(contract.changeSku, { params: { sku }, body }, options, saySku);
  });
}

function componentOption(command: Command): Command {
  return command.option(
    '--component <sku:units>',
    'what one kit is made of; may be repeated',
    collect((typed) => {
      const [, sku = typed, units = '1'] = /^(.+):(\d+)$/.exec(typed) ?? [];
      return { sku, quantity: Number(units) };
    }),
  );
}

function saySku(sku: contract.SkuAnswer): void {
  say(`${colors.bold(sku.code)}  ${sku.title}  ${status(sku.active ? 'on' : 'off')}`);
  const facts = [
    priceOf(sku),
    sku.barcode === null ? null : `barcode ${sku.barcode}`,
    sku.weightGrams === null ? null : `${sku.weightGrams} g`,
    madeOf(sku),
  ].filter((fact) => fact !== null);
  if (facts.length > 0) say(facts.join(', '));
  say(colors.dim(sku.id));
}

function priceOf({ price }: contract.SkuAnswer): string | null {
  return price === null ? null : money(price.amountMinor, price.currency);
}

function madeOf({ components }: contract.SkuAnswer): string | null {
  return components.map((one) => `${one.quantity} ${one.sku}`).join(' + ') || null;
}
