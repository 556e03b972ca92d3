// Your own account, on the wire: who you are, preferences, password, second factor.

import { Type } from 'typebox';
import { Password } from './access.ts';
import { operation } from './operation.ts';
import { RoleCode } from './roles.ts';
import { Currency, closed, id, nullable, type Shape, text } from './schema.ts';

const Locale = Type.String({
  maxLength: 35,
  pattern: '^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$',
  description: 'A language tag such as en or de-CH',
});
const HomeCard = Type.String({ maxLength: 40, pattern: '^[a-z0-9-]+$' });

const preferences = {
  locale: nullable(Locale),
  numberFormat: nullable(Locale),
  timeZone: nullable(Type.String({ maxLength: 64, description: 'An IANA name' })),
  theme: Type.Enum(['system', 'light', 'dark']),
  density: Type.Enum(['comfortable', 'compact']),
  singleKeys: Type.Boolean({ description: 'Whether single keys are shortcuts' }),
  tourDone: Type.Boolean(),
  home: nullable(
    Type.Array(HomeCard, {
      maxItems: 40,
      uniqueItems: true,
      description: 'The cards of the home screen in order; null: those of the role',
    }),
  ),
};

const PreferencesSchema = Type.Object(preferences, { $id: 'Preferences' });
export type PreferencesAnswer = Shape<typeof PreferencesSchema>;

const ProfileSchema = Type.Object(
  {
    id: id('user'),
    email: Type.String(),
    name: Type.String(),
    role: RoleCode,
    version: Type.Integer(),
    secondFactor: Type.Boolean(),
    recoveryCodesLeft: Type.Integer(),
    preferences: PreferencesSchema,
  },
  { $id: 'Profile' },
);
export type ProfileAnswer = Shape<typeof ProfileSchema>;

const MeSchema = Type.Object(
  {
    tenant: Type.Object({
      id: id('tenant'),
      slug: Type.String(),
      name: Type.String(),
      currency: Currency,
      look: Type.Object(
        {
          accentColor: nullable(Type.String()),
          language: nullable(Type.String()),
          timeZone: nullable(Type.String()),
          logo: nullable(Type.String({ description: 'Changes with the picture: `getLogo`' })),
        },
        { description: 'What holds for users who chose nothing: `changeAppearance`' },
      ),
    }),
    actor: Type.Object({
      kind: Type.Enum(['user', 'api-key']),
      id: Type.String(),
      name: Type.String(),
    }),
    scopes: Type.Array(Type.String()),
    profile: nullable(ProfileSchema),
    session: nullable(
      Type.Object({
        id: id('session'),
        csrfToken: nullable(
          Type.String({ description: 'Of a browser session: `x-csrf-token` of every write' }),
        ),
      }),
    ),
    tenants: Type.Array(
      Type.Object({ slug: Type.String(), name: Type.String(), current: Type.Boolean() }),
      {
        description: 'Those this browser is signed in to; `switchTenant` goes from one to another',
      },
    ),
  },
  { $id: 'Me' },
);
export type MeAnswer = Shape<typeof MeSchema>;

export const getMe = operation({
  id: 'getMe',
  method: 'GET',
  path: '/v1/me',
  room: 'access',
  summary: 'Who you are and what you may do',
  description: 'Needs valid credentials, of any scope.',
  scope: null,
  status: 200,
  answer: MeSchema,
  refusals: ['not-found'],
});

export const changeProfile = operation({
  id: 'changeProfile',
  method: 'PATCH',
  path: '/v1/me/profile',
  room: 'access',
  summary: 'Change your name',
  scope: null,
  body: closed({
    name: text(200),
    version: Type.Optional(Type.Integer({ minimum: 1, description: 'The version you read' })),
  }),
  status: 200,
  answer: ProfileSchema,
  refusals: ['not-a-user', 'version-conflict'],
});

export const changePreferences = operation({
  id: 'changePreferences',
  method: 'PATCH',
  path: '/v1/me/preferences',
  room: 'access',
  summary: 'Change how the dashboard looks and works for you',
  description: 'What is not sent stays as it is.',
  scope: null,
  body: closed({
    locale: Type.Optional(preferences.locale),
    numberFormat: Type.Optional(preferences.numberFormat),
    timeZone: Type.Optional(preferences.timeZone),
    theme: Type.Optional(preferences.theme),
    density: Type.Optional(preferences.density),
    singleKeys: Type.Optional(preferences.singleKeys),
    tourDone: Type.Optional(preferences.tourDone),
    home: Type.Optional(preferences.home),
  }),
  status: 200,
  answer: PreferencesSchema,
  refusals: ['not-a-user', 'time-zone-unknown'],
});

const OwnPassword = Type.String({
  minLength: 1,
  maxLength: 200,
  description: 'The one you sign in with',
});

export const changePassword = operation({
  id: 'changePassword',
  method: 'PUT',
  path: '/v1/me/password',
  room: 'access',
  summary: 'Change your password',
  description: 'Ends your other sessions.',
  scope: null,
  body: closed({ current: OwnPassword, password: Password }),
  status: 204,
  refusals: ['not-a-user', 'password-wrong', 'rate-limited'],
});

export const beginSecondFactor = operation({
  id: 'beginSecondFactor',
  method: 'POST',
  path: '/v1/me/second-factor',
  room: 'access',
  summary: 'Start setting up a second factor',
  description:
    'Show `uri` as a QR code to an authenticator app, then confirm with a code of it. Nothing ' +
    'changes until then; beginning again replaces what was begun.',
  scope: null,
  body: closed({ password: OwnPassword }),
  status: 201,
  answer: Type.Object(
    {
      secret: nullable(Type.String({ description: 'In base32, to be typed; shown this once' })),
      uri: nullable(Type.String({ description: '`otpauth://…`, to be scanned' })),
    },
    { $id: 'NewSecondFactor' },
  ),
  refusals: ['not-a-user', 'password-wrong', 'rate-limited', 'second-factor-on'],
});

const RecoveryCodesSchema = Type.Object(
  {
    recoveryCodes: Type.Array(Type.String(), {
      description: 'Each works once in place of a code; shown this once, empty for a repeat',
    }),
  },
  { $id: 'RecoveryCodes' },
);
export type RecoveryCodesAnswer = Shape<typeof RecoveryCodesSchema>;

export const confirmSecondFactor = operation({
  id: 'confirmSecondFactor',
  method: 'POST',
  path: '/v1/me/second-factor/confirmation',
  room: 'access',
  summary: 'Switch the second factor on with a first code',
  description: 'Ends your other sessions: they were opened without it.',
  scope: null,
  body: closed({ code: Type.String({ minLength: 1, maxLength: 40 }) }),
  status: 200,
  answer: RecoveryCodesSchema,
  refusals: ['not-a-user', 'second-factor-wrong', 'second-factor-on', 'second-factor-off'],
});

export const replaceRecoveryCodes = operation({
  id: 'replaceRecoveryCodes',
  method: 'POST',
  path: '/v1/me/second-factor/recovery-codes',
  room: 'access',
  summary: 'Make new recovery codes; the old ones stop working',
  scope: null,
  body: closed({ password: OwnPassword }),
  status: 200,
  answer: RecoveryCodesSchema,
  refusals: ['not-a-user', 'password-wrong', 'rate-limited', 'second-factor-off'],
});

export const removeSecondFactor = operation({
  id: 'removeSecondFactor',
  method: 'POST',
  path: '/v1/me/second-factor/removal',
  room: 'access',
  summary: 'Switch the second factor off',
  scope: null,
  body: closed({ password: OwnPassword }),
  status: 204,
  refusals: ['not-a-user', 'password-wrong', 'rate-limited', 'second-factor-off'],
});
