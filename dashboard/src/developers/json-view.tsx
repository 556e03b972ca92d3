// JSON as it is, to read and to copy.

import { Button, CopyButton, Group } from '@mantine/core';
import { useSay } from '../language/say.ts';
import classes from './developers.module.css';
import { developerMessages } from './messages.ts';

export function JsonView({ value }: { readonly value: unknown }) {
  const say = useSay(developerMessages);
  const text = JSON.stringify(value, null, 2);
  return (
    <div>
      <Group justify="flex-end" mb={4}>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" size="compact-sm" onClick={copy}>
              {say(copied ? 'copied' : 'copyJson')}
            </Button>
          )}
        </CopyButton>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <pre className={classes['json']} translate="no" tabIndex={0} data-testid="json">
        {text}
      </pre>
    </div>
  );
}
