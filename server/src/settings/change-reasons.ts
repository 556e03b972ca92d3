// Changes a list of reasons. Nothing that was ever given is forgotten.

import type { ReasonsAnswer } from '@doorstep/contract/settings.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import {
  doubledCode,
  REASONS_MAX,
  type Reason,
  type ReasonKind,
  usualReasons,
  withNothingForgotten,
} from '@doorstep/core/settings/reason.ts';
import type { CommandTx } from '../db/run-command.ts';
import { changeSetting } from './change-setting.ts';
import { reasonsName } from './read-settings.ts';

interface List {
  readonly items: readonly Reason[];
}

/** @returns refusals: `version-conflict`, `validation-failed` for a code twice or too many in all */
export async function changeReasons(
  tx: CommandTx,
  kind: ReasonKind,
  { items, version }: List & { readonly version?: number },
): Promise<ReasonsAnswer | Refusal> {
  const doubled = doubledCode(items);
  if (doubled !== undefined) return refuse('validation-failed', `${doubled} stands there twice.`);
  const changed = await changeSetting<List>(tx, {
    name: reasonsName(kind),
    usual: { items: usualReasons(kind) },
    version,
    change(before) {
      const after = withNothingForgotten(before.items, items);
      return after.length > REASONS_MAX
        ? refuse('validation-failed', `A list has ${REASONS_MAX} reasons at most, old ones too.`)
        : { items: after };
    },
    told: ({ items: told }) => ({ items: told.map(inWords) }),
  });
  if (isRefusal(changed)) return changed;
  return { items: [...changed.value.items], version: changed.version };
}

function inWords({ code, name, retired }: Reason): string {
  return [code, ...(name === null ? [] : [name]), ...(retired ? ['retired'] : [])].join(' · ');
}
