// Whether an IP address is one of the public internet. Whatever the IANA special-purpose registries
// name otherwise is not, nor is what could lead to it in a disguise of IPv6.
//
// node:net's BlockList does the matching: it is native, knows IPv4 in IPv6 and needs no package. A
// table of our own, because for IPv6 only what is handed out is let through, not what is not known
// to be bad.

import { BlockList, isIP } from 'node:net';

/** IPv4: everything is public but this. https://www.iana.org/assignments/iana-ipv4-special-registry */
const NOT_PUBLIC_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], // this host
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // behind a carrier's NAT
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, and the metadata of clouds
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24], // AS112
  ['192.52.193.0', 24], // AMT
  ['192.88.99.0', 24], // relays of 6to4
  ['192.168.0.0', 16], // private
  ['192.175.48.0', 24], // AS112
  ['198.18.0.0', 15], // benchmarking
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
];

/** IPv6: nothing is public but 2000::/3, and of that not this. */
const NOT_PUBLIC_V6: readonly (readonly [string, number])[] = [
  ['2001::', 23], // protocol assignments, Teredo among them: it wraps IPv4 addresses
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4: it wraps IPv4 addresses
  ['2620:4f:8000::', 48], // AS112
  ['3fff::', 20], // documentation
];

const notPublic = new BlockList();
for (const [network, prefix] of NOT_PUBLIC_V4) notPublic.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of NOT_PUBLIC_V6) notPublic.addSubnet(network, prefix, 'ipv6');
const handedOut = new BlockList();
handedOut.addSubnet('2000::', 3, 'ipv6');
/** IPv4 addresses as IPv6 hosts see them: mapped, and translated by NAT64. */
const wrapsIpv4 = new BlockList();
wrapsIpv4.addSubnet('::ffff:0:0', 96, 'ipv6');
wrapsIpv4.addSubnet('64:ff9b::', 96, 'ipv6');

/** @param address as a resolver or a URL has it, without brackets */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !notPublic.check(address, 'ipv4');
  if (version !== 6 || address.includes('%')) return false;
  if (wrapsIpv4.check(address, 'ipv6')) return isPublicAddress(lastFourBytes(address));
  return handedOut.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}

/** The IPv4 address at the end of an IPv6 address of a /96. */
function lastFourBytes(address: string): string {
  // The URL parser writes every form the same way: hex groups, the longest row of zeros as `::`.
  const groups = new URL(`http://[${address}]/`).hostname.slice(1, -1).split(':');
  const [high = 0, low = 0] = groups.slice(-2).map((group) => Number.parseInt(group || '0', 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
