// The errors of accounts at payment providers; part of the table in errors.ts.

export const providerErrors = {
  'provider-connection-busy': {
    status: 409,
    title: 'A provider is just being asked through this connection',
    remedy: 'Wait until the payments under way are answered, or take another connection into use.',
  },
  'provider-connection-invalid': {
    status: 422,
    title: 'The account at the provider is not complete, or of another mode',
    remedy:
      'Give what `data.missing` names, leave out what `data.unknown` names, and see the detail.',
  },
  'webhook-signature-invalid': {
    status: 401,
    title: 'The webhook was not sent by the provider, or came too late',
    remedy: 'Check the webhook secret of the connection, and the clock of the server.',
  },
} as const;
