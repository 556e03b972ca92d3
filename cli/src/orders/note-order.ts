// doorstep orders note, tag and untag: what people put on an order.

import { addNote, tagOrder, untagOrder } from '@doorstep/contract/order-notes.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { type JsonOption, verb } from '../options.ts';
import { say } from '../print.ts';

export function noteOrderCommands(orders: Command): void {
  verb(orders, 'note <order> <text>', 'write a note on an order').action(
    async (order: string, body: string, { json }: JsonOption) =>
      answer(addNote, { params: { order }, body: { body } }, { json }, ({ number, notes }) =>
        say(`Order ${number} has ${notes.length === 1 ? 'a note' : `${notes.length} notes`}`),
      ),
  );
  const tagged = ({ number, tags }: { number: string; tags: string[] }) =>
    say(`Order ${number}: ${tags.join(', ') || 'no tags'}`);
  verb(orders, 'tag <order> <tag>', 'put a tag on an order').action(
    async (order: string, tag: string, { json }: JsonOption) =>
      answer(tagOrder, { params: { order, tag } }, { json }, tagged),
  );
  verb(orders, 'untag <order> <tag>', 'take a tag off an order').action(
    async (order: string, tag: string, { json }: JsonOption) =>
      answer(untagOrder, { params: { order, tag } }, { json }, tagged),
  );
}
