// What the members of a report of flow are called today.

import type { Tx } from '../db/transaction.ts';
import { selectLocationNames } from './flow-reports.sql.ts';
import { selectChannelNames, selectSkuTitles } from './sales.sql.ts';

export interface NamedMember {
  readonly key: string | null;
  readonly label: string | null;
}

/** @returns how a member of these is told */
export async function nameMembers(
  tx: Tx,
  by: string,
  members: readonly string[],
): Promise<(member: string) => NamedMember> {
  const asked = [...new Set(members)].filter((member) => member !== '');
  if (by === 'channel') {
    const rows = await tx.rows(selectChannelNames, [asked]);
    const known = new Map(rows.map((row) => [row.key.replaceAll('-', ''), row]));
    return named((member) => known.get(member));
  }
  if (by === 'location') {
    const known = new Map(
      (await tx.rows(selectLocationNames, [asked])).map((row) => [row.key, row]),
    );
    return named((member) => known.get(member));
  }
  const titles =
    by === 'sku'
      ? new Map((await tx.rows(selectSkuTitles, [asked])).map(({ key, label }) => [key, label]))
      : new Map<string, string | null>();
  return (member) => ({ key: member === '' ? null : member, label: titles.get(member) ?? null });
}

function named(find: (member: string) => { code: string; label: string | null } | undefined) {
  return (member: string): NamedMember => {
    const found = find(member);
    return { key: found?.code ?? null, label: found?.label ?? null };
  };
}
