// What a tenant sets for itself, on the wire: how it looks, its numbers, its reasons.

import { PADDING_MAX, PREFIX_PATTERN } from '@doorstep/core/settings/number-format.ts';
import { REASON_KINDS, REASONS_MAX } from '@doorstep/core/settings/reason.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import { Currency, closed, nullable, SeenVersion, type Shape, text } from './schema.ts';

export const ReasonCode = Type.String({
  pattern: '^[a-z][a-z0-9-]{0,39}$',
  description: 'One of the tenant’s list: `getSettings`',
});

const AccentColor = Type.String({
  pattern: '^#[0-9a-f]{6}$',
  description: 'White words on it must be readable: a contrast of 4.5',
});
const Language = Type.Enum(['en', 'de', 'ar']);
const TimeZone = Type.String({ maxLength: 64, description: 'An IANA name' });
const version = Type.Integer({ description: '0: never changed' });

const AppearanceSchema = Type.Object(
  {
    name: Type.String({ description: 'Of the company' }),
    currency: Currency,
    currencyFixed: Type.Boolean({ description: 'There are orders: it stays what it is' }),
    accentColor: nullable(AccentColor),
    language: nullable({ ...Language, description: 'Of users who chose none' }),
    timeZone: nullable({ ...TimeZone, description: 'Of users who chose none' }),
    logo: nullable(Type.String({ description: 'Changes with the picture: `getLogo`' })),
    version,
  },
  { $id: 'Appearance' },
);
export type AppearanceAnswer = Shape<typeof AppearanceSchema>;

const NumberFormat = closed({
  prefix: Type.String({
    pattern: PREFIX_PATTERN,
    description: 'Letters, digits and marks, at most 12; does not end with a digit',
  }),
  padding: Type.Integer({ minimum: 0, maximum: PADDING_MAX, description: 'Digits at least' }),
});
const numberFormats = {
  orders: NumberFormat,
  returns: NumberFormat,
  channels: Type.Record(Type.String({ pattern: '^chn_[0-9a-f]{32}$' }), NumberFormat, {
    description: 'Orders of these channels, by the id of the channel',
  }),
};
const NumbersSchema = Type.Object({ ...numberFormats, version }, { $id: 'NumberFormats' });
export type NumbersAnswer = Shape<typeof NumbersSchema>;

const reasonFields = {
  code: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
  name: nullable(text(100)),
  retired: Type.Boolean({ description: 'No longer to be chosen' }),
};
const ReasonsSchema = Type.Object({ items: Type.Array(Type.Object(reasonFields)), version });
export type ReasonsAnswer = Shape<typeof ReasonsSchema>;

const SettingsSchema = Type.Object(
  {
    appearance: AppearanceSchema,
    numbers: NumbersSchema,
    reasons: Type.Object({
      cancellation: ReasonsSchema,
      return: ReasonsSchema,
      refund: ReasonsSchema,
      adjustment: ReasonsSchema,
      hold: ReasonsSchema,
    }),
  },
  { $id: 'Settings' },
);
export type SettingsAnswer = Shape<typeof SettingsSchema>;

export const getSettings = operation({
  id: 'getSettings',
  method: 'GET',
  path: '/v1/settings',
  room: 'settings',
  summary: 'What the tenant sets for itself',
  scope: 'settings:read',
  status: 200,
  answer: SettingsSchema,
  refusals: [],
});

export const changeAppearance = operation({
  id: 'changeAppearance',
  method: 'PATCH',
  path: '/v1/settings/appearance',
  room: 'settings',
  summary: 'Change the name of the company, its color, currency, language and time zone',
  description: 'What is not sent stays as it is.',
  scope: 'settings:write',
  body: closed({
    name: Type.Optional(text(200)),
    currency: Type.Optional(Currency),
    accentColor: Type.Optional(nullable(AccentColor)),
    language: Type.Optional(nullable(Language)),
    timeZone: Type.Optional(nullable(TimeZone)),
    ...SeenVersion,
  }),
  status: 200,
  answer: AppearanceSchema,
  refusals: ['contrast-too-low', 'currency-in-use', 'time-zone-unknown', 'version-conflict'],
});

export const putLogo = operation({
  id: 'putLogo',
  method: 'PUT',
  path: '/v1/settings/logo',
  room: 'settings',
  summary: 'Put a picture beside the name of the company',
  description:
    'A PNG or a JPEG. Of the file only what is seen is kept: no place, no comment, nothing behind ' +
    'its end.',
  scope: 'settings:write',
  body: closed({
    picture: Type.String({ minLength: 1, maxLength: 360_000, description: 'Its bytes in base64' }),
  }),
  status: 200,
  answer: AppearanceSchema,
  refusals: ['picture-unreadable'],
});

export const removeLogo = operation({
  id: 'removeLogo',
  method: 'DELETE',
  path: '/v1/settings/logo',
  room: 'settings',
  summary: 'Take the picture away',
  scope: 'settings:write',
  status: 204,
  refusals: [],
});

export const getLogo = operation({
  id: 'getLogo',
  method: 'GET',
  path: '/v1/settings/logo',
  room: 'settings',
  summary: 'The picture beside the name of the company',
  description: 'Needs valid credentials, of any scope.',
  scope: null,
  status: 200,
  answers: ['image/png', 'image/jpeg'],
  refusals: ['not-found'],
});

export const changeNumberFormats = operation({
  id: 'changeNumberFormats',
  method: 'PUT',
  path: '/v1/settings/numbers',
  room: 'settings',
  summary: 'Change how numbers of orders and returns are written',
  description:
    'Of those that are made from then on, on every process within two seconds; a number that was ' +
    'given stays. The digits at its end are counted through, so two are never the same.',
  scope: 'settings:write',
  body: closed({ ...numberFormats, ...SeenVersion }),
  status: 200,
  answer: NumbersSchema,
  refusals: ['channel-unknown', 'version-conflict'],
});

export const changeReasons = operation({
  id: 'changeReasons',
  method: 'PUT',
  path: '/v1/settings/reasons/{kind}',
  room: 'settings',
  summary: 'Change a list of reasons: names, order, new and retired ones',
  description:
    'The list as it is from then on. A code that is left out is retired, not forgotten: what was ' +
    'done for it stays known by its name. Adjustments of stock may give any words.',
  scope: 'settings:write',
  params: closed({ kind: Type.Enum([...REASON_KINDS]) }),
  body: closed({
    items: Type.Array(closed(reasonFields), { minItems: 1, maxItems: REASONS_MAX }),
    ...SeenVersion,
  }),
  status: 200,
  answer: ReasonsSchema,
  refusals: ['version-conflict'],
});
