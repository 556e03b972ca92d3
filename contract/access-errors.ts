// The errors of signing in and of accounts: a part of the table in errors.ts.

export const accessErrors = {
  'sign-in-failed': {
    status: 401,
    title: 'Tenant, e-mail or password is wrong',
    remedy: 'Check all three; ask for a reset of the password.',
  },
  'second-factor-needed': {
    status: 401,
    title: 'The password is right; the code of the second factor is missing',
    remedy: 'Send the same with `code`: six digits of the authenticator, or a recovery code.',
  },
  'second-factor-wrong': {
    status: 422,
    title: 'The code of the second factor is wrong',
    remedy: 'Wait for the next code: each works once. Check the clock of the device.',
  },
  'second-factor-on': {
    status: 409,
    title: 'The second factor is on already',
    remedy: 'Switch it off first to set up another device.',
  },
  'second-factor-off': {
    status: 409,
    title: 'There is no second factor',
    remedy: 'Set one up first.',
  },
  'password-wrong': {
    status: 422,
    title: 'The password is wrong',
    remedy: 'Type the password that you sign in with.',
  },
  'password-reset-invalid': {
    status: 422,
    title: 'The link does not work any more',
    remedy: 'Ask for a new one: a link works once, for 30 minutes, and only the newest.',
  },
  'not-a-browser-session': {
    status: 422,
    title: 'This is not the session of a browser',
    remedy: 'A program has a token or a key for each tenant.',
  },
  'cross-site-request': {
    status: 403,
    title: 'The request did not come from a page of this server',
    remedy:
      'Send `x-csrf-token` of the session (`getMe` answers it) from a page of the same origin. ' +
      'Behind a proxy set DOORSTEP_PUBLIC_URL. Programs use `Authorization: Bearer`.',
  },
  'role-unknown': {
    status: 422,
    title: 'There is no such role',
    remedy: 'Take one of `listRoles`, or create it first.',
  },
  'role-in-use': {
    status: 409,
    title: 'Somebody has this role',
    remedy: 'Give its users another role first, disabled ones too.',
  },
  'api-key-over': {
    status: 409,
    title: 'The API key is revoked or has expired',
    remedy: 'Create a new one.',
  },
} as const;
