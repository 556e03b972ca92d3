import { Alert } from '@mantine/core';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { sessionMessages } from './messages.ts';
import type { SignInProblem } from './use-sign-in.ts';

export function SignInTold({ problem }: { readonly problem: SignInProblem | null }) {
  const say = useSay(sessionMessages);
  const formats = useFormats();
  if (problem === null) return null;
  return (
    <Alert color="red" variant="light" role="alert">
      {problem.words === 'tooOften'
        ? say('tooOften', { time: formats.hour(problem.retryAt) })
        : say(problem.words)}
    </Alert>
  );
}
