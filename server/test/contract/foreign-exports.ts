// Exports with what belongs to another tenant.

import type { Attempt, Foreign } from './foreign.ts';

export function exportAttempts(a: Foreign, mark: string): Record<string, Attempt[]> {
  const own: Attempt = { told: 'own' };
  return {
    exportOrders: [
      own,
      { query: { format: 'csv' }, told: 'own' },
      { query: { search: 'A_MUG' }, told: 'own' },
      { query: { customer: a.customer }, told: 'own' },
      { query: { tag: mark }, told: 'own' },
      { query: { channel: a.channel }, told: 'channel-unknown' },
    ],
    exportCustomers: [own, { query: { search: mark }, told: 'own' }],
    exportSkus: [own, { query: { search: 'A_MUG' }, told: 'own' }],
    exportStock: [
      own,
      { query: { sku: a.sku }, told: 'sku-unknown' },
      { query: { location: a.location }, told: 'location-unknown' },
    ],
    exportLocations: [own],
    exportParcels: [own, { query: { order: a.order }, told: 'own' }],
    exportReturns: [
      own,
      { query: { order: a.order }, told: 'own' },
      { query: { location: a.location }, told: 'location-unknown' },
    ],
    exportPayments: [own],
    listExportForms: [own],
  };
}
