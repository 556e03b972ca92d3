// What went wrong, for people: what happened, what to do, and what to quote to whoever helps.

import { DoorstepError } from '@doorstep/sdk';
import { Button, Code, Group, Text, Title } from '@mantine/core';
import { useSay } from '../language/say.ts';
import classes from './empty-state.module.css';
import { shellMessages } from './messages.ts';

export interface ProblemProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** In place of what could not be shown. */
export function Problem({ error, onRetry }: ProblemProps) {
  const say = useSay(shellMessages);
  const { detail, remedy, code, requestId } = useProblemWords(error);
  return (
    <section className={classes['empty']} role="alert">
      <Title order={2} size="h4">
        {say('problem')}
      </Title>
      <Text c="dimmed">{detail}</Text>
      {remedy !== null && <Text c="dimmed">{remedy}</Text>}
      {code !== null && (
        <Group gap="xs" justify="center">
          <Code translate="no">{code}</Code>
          {requestId !== null && (
            <Text size="xs" c="dimmed">
              {say('request')} <Code translate="no">{requestId}</Code>
            </Text>
          )}
        </Group>
      )}
      {onRetry !== undefined && (
        <Button variant="default" onClick={onRetry}>
          {say('retry')}
        </Button>
      )}
    </section>
  );
}

export interface ProblemWords {
  readonly detail: string;
  readonly remedy: string | null;
  readonly code: string | null;
  readonly requestId: string | null;
}

/** The words of an error, for a place of your own: a form, a toast. */
export function useProblemWords(error: unknown): ProblemWords {
  const say = useSay(shellMessages);
  return problemWords(error, say('unreachable'));
}

export function problemWords(error: unknown, otherwise: string): ProblemWords {
  if (!(error instanceof DoorstepError))
    return { detail: otherwise, remedy: null, code: null, requestId: null };
  const { detail, remedy, code, requestId } = error;
  return { detail, remedy, code, requestId };
}
