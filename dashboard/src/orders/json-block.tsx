// JSON as it is, to read and to copy.

import { Button, CopyButton } from '@mantine/core';
import { useSay } from '../language/say.ts';
import classes from './order.module.css';
import { timelineMessages } from './timeline-messages.ts';

export function JsonBlock({ value }: { readonly value: unknown }) {
  const say = useSay(timelineMessages);
  const text = JSON.stringify(value, null, 2);
  return (
    <div>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="default" mb={6} onClick={copy}>
            {say(copied ? 'copied' : 'copy')}
          </Button>
        )}
      </CopyButton>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <pre className={classes['code']} translate="no" tabIndex={0}>
        {text}
      </pre>
    </div>
  );
}
