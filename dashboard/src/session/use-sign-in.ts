// Signing in from a form: the password first, then the code where there is a second factor.

import { DoorstepError } from '@doorstep/sdk';
import { useState } from 'react';
import { pageClient } from './page-client.ts';

export interface Credentials {
  readonly tenant: string;
  readonly email: string;
  readonly password: string;
}

export interface SignInForm {
  readonly isSending: boolean;
  readonly problem: SignInProblem | null;
  /** The password was right; the code is asked for. */
  readonly needsCode: boolean;
  submit(credentials: Credentials, code: string): Promise<void>;
  /** Back to the password. */
  restart(): void;
}

export type SignInProblem =
  | { readonly words: 'failed' | 'codeWrong' | 'unreachable' }
  | { readonly words: 'tooOften'; readonly retryAt: string };

export function useSignIn(onSignedIn: () => void): SignInForm {
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const [needsCode, setNeedsCode] = useState(false);
  return {
    isSending,
    problem,
    needsCode,
    async submit(credentials, code) {
      setIsSending(true);
      setProblem(null);
      try {
        const given = code.trim() === '' ? {} : { code: code.trim() };
        await pageClient().signInBrowser({ ...credentials, ...given });
        onSignedIn();
      } catch (error) {
        if (error instanceof DoorstepError && error.code === 'second-factor-needed')
          setNeedsCode(true);
        else setProblem(problemOf(error));
      }
      setIsSending(false);
    },
    restart() {
      setNeedsCode(false);
      setProblem(null);
    },
  };
}

function problemOf(error: unknown): SignInProblem {
  if (!(error instanceof DoorstepError)) return { words: 'unreachable' };
  if (error.code === 'second-factor-wrong') return { words: 'codeWrong' };
  const retryAt = error.data?.['retryAt'];
  if (error.code === 'rate-limited' && typeof retryAt === 'string')
    return { words: 'tooOften', retryAt };
  return { words: error.status < 500 ? 'failed' : 'unreachable' };
}
