// Where a carrier shows the way of a parcel. Opened only when somebody follows the link.

const PAGES: Readonly<Record<string, string>> = {
  dhl: 'https://www.dhl.com/global-en/home/tracking.html?tracking-id=',
  ups: 'https://www.ups.com/track?tracknum=',
  fedex: 'https://www.fedex.com/fedextrack/?trknbr=',
  usps: 'https://tools.usps.com/go/TrackConfirmAction?tLabels=',
  dpd: 'https://tracking.dpd.de/parcelstatus?query=',
  gls: 'https://gls-group.com/track/',
  hermes: 'https://www.myhermes.de/empfangen/sendungsverfolgung/?trackingId=',
};

export function trackingLink(carrier: string | null, trackingNumber: string): string | undefined {
  const page = PAGES[carrier?.toLowerCase() ?? ''];
  return page === undefined ? undefined : page + encodeURIComponent(trackingNumber);
}
