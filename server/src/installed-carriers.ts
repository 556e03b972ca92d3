// The carriers of this installation that give labels.

import { sandboxCarrier } from '@doorstep/connectors/sandbox-carrier/sandbox-carrier.ts';
import type { Carrier } from '@doorstep/core/shipping/carrier.ts';
import type { Config } from './config.ts';

/** Where orders may be paid with play money, parcels may travel with a carrier that carries nothing. */
export function installedCarriers({ sandboxPayments }: Pick<Config, 'sandboxPayments'>): Carrier[] {
  return sandboxPayments ? [sandboxCarrier({ seed: 'doorstep' })] : [];
}
