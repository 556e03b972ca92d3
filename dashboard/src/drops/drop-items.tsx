// The SKUs of a drop, and where the units of each are.

import type { GetDropAnswer } from '@doorstep/sdk';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from './drops.module.css';
import { dropMessages } from './messages.ts';

const COUNTS = ['setApart', 'pooled', 'held', 'sold', 'preordered', 'waiting'] as const;

export function DropItems({ drop }: { readonly drop: GetDropAnswer }) {
  const say = useSay(dropMessages);
  const formats = useFormats();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={classes['wide']} tabIndex={0} aria-label={say('sku')}>
      <table className={classes['list']}>
        <thead>
          <tr>
            <th>{say('sku')}</th>
            {COUNTS.map((name) => (
              <th key={name} data-end>
                {say(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drop.items.map((item) => (
            <tr key={item.sku} data-testid="drop-item">
              <td translate="no">{item.sku}</td>
              {COUNTS.map((name) => (
                <td key={name} data-end>
                  {formats.number(item[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
