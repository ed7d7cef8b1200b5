import { BlockList, isIP } from "node:net";

/** Addresses that are not of the public internet (IANA's special-purpose registries): nothing of ours is asked there. */
const special = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  special.addSubnet(network, bits, "ipv4");

/** Of IPv6 only what is globally routed today, less what carries an IPv4 address inside or is for documentation. */
const routed = new BlockList();
routed.addSubnet("2000::", 3, "ipv6");
const carrying = new BlockList();
for (const [network, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  carrying.addSubnet(network, bits, "ipv6");

/** Whether an address (IPv4 or IPv6, as text) is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, "ipv4");
  return family === 6 && routed.check(address, "ipv6") && !carrying.check(address, "ipv6");
}
