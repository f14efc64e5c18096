// Whether an address belongs to the open internet. A member names where she is woken; the server must not become her, or a thief's, way
// into the network that it stands in: no loopback, no private range, no cloud's metadata, and none of them dressed up as IPv6.
import { BlockList, isIP } from "node:net"

const closed = new BlockList()
for (const [net, prefix] of [
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
  closed.addSubnet(net, prefix, "ipv4")
const open = new BlockList()
// Global unicast is 2000::/3; of it, what carries an IPv4 address inside, or is for papers alone, stays closed.
open.addSubnet("2000::", 3, "ipv6")
for (const [net, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  closed.addSubnet(net, prefix, "ipv6")

export function isPublic(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closed.check(address, "ipv4")
  return family === 6 && open.check(address, "ipv6") && !closed.check(address, "ipv6")
}
