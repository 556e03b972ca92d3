// What this installation is connected to, as its configuration says.

import { smtpMail } from '@doorstep/connectors/smtp-mail/smtp-mail.ts';
import type { Config } from './config.ts';
import { installedCarriers } from './installed-carriers.ts';
import { installedProviders } from './installed-providers.ts';
import type { ServeOptions } from './serve.ts';

export function installed(config: Config): ServeOptions {
  return {
    providers: (notify) => installedProviders(config, notify),
    carriers: installedCarriers(config),
    ...(config.mail === undefined ? {} : { mailer: smtpMail(config.mail) }),
  };
}
