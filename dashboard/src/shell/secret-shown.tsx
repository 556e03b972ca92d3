// Something that is shown this once: a key, a secret, a link.

import { Button, CopyButton } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { shellMessages } from './messages.ts';
import classes from './secret-shown.module.css';

export interface SecretShownProps {
  readonly label: string;
  readonly hint?: string;
  readonly secret: string;
}

export function SecretShown({ label, hint, secret }: SecretShownProps) {
  const say = useSay(shellMessages);
  return (
    <section className={classes['secret']} aria-label={label} role="status">
      <strong>{label}</strong>
      <div className={classes['line']}>
        <code translate="no" data-testid="secret">
          {secret}
        </code>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" size="compact-sm" onClick={copy}>
              {say(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
      </div>
      {hint !== undefined && <p className={classes['hint']}>{hint}</p>}
    </section>
  );
}
