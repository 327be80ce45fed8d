import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Ranges that are no public address, by what they are (IANA special-purpose registries for IPv4 and IPv6). */
const RANGES: readonly (readonly [what: string, ...ranges: string[]])[] = [
  ['a private address', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'],
  ['a loopback address', '127.0.0.0/8', '::1/128'],
  ['a link-local address', '169.254.0.0/16', 'fe80::/10'],
  ['a unique-local address', 'fc00::/7', 'fec0::/10'],
  ['an address behind a carrier (CGNAT)', '100.64.0.0/10'],
  ['a multicast address', '224.0.0.0/4', 'ff00::/8'],
  ['an address of this host', '0.0.0.0/8', '::/128'],
  [
    'a reserved address',
    '192.0.0.0/24',
    '192.88.99.0/24',
    '198.18.0.0/15',
    '240.0.0.0/4',
    '2001::/23',
    '64:ff9b:1::/48',
  ],
  ['a documentation address', '192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32', '3fff::/20'],
]
const LISTS = RANGES.map(([what, ...ranges]) => ({ what, list: networks(ranges) }))
const GLOBAL_UNICAST = networks(['2000::/3'])
/** Whose last 32 bits are an IPv4 address: mapped (RFC 4291), translated (RFC 2765) and NAT64 (RFC 6052). */
const LAST_IS_IPV4 = networks(['::ffff:0:0/96', '::ffff:0:0:0/96', '64:ff9b::/96'])
const SIX_TO_FOUR = networks(['2002::/16'])

/** Why nothing may be sent to an IP address, in words that follow "which is"; null where it may. */
export function refusal(address: string, allow: BlockList): string | null {
  const plain = address.replace(/%.*$/, '')
  if (isIPv4(plain)) return allow.check(plain, 'ipv4') ? null : whatIs(plain, 'ipv4')
  if (!isIPv6(plain)) return 'no IP address'
  if (allow.check(plain, 'ipv6')) return null
  const inner = embeddedIpv4(plain)
  if (inner !== null) {
    const why = allow.check(inner, 'ipv4') ? null : whatIs(inner, 'ipv4')
    return why === null ? null : `${why} (${inner}) in the form of IPv6`
  }
  return whatIs(plain, 'ipv6') ?? (GLOBAL_UNICAST.check(plain, 'ipv6') ? null : 'a reserved address')
}

/** Ranges such as `10.0.0.0/8` and single addresses as one list. Throws where one of them is neither. */
export function networks(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

function whatIs(address: string, family: 'ipv4' | 'ipv6'): string | null {
  return LISTS.find(({ list }) => list.check(address, family))?.what ?? null
}

function embeddedIpv4(address: string): string | null {
  if (LAST_IS_IPV4.check(address, 'ipv6')) return dotted(groupsOf(address).slice(6))
  if (SIX_TO_FOUR.check(address, 'ipv6')) return dotted(groupsOf(address).slice(1, 3))
  return null
}

function dotted(groups: readonly number[]): string {
  return groups.flatMap((group) => [group >> 8, group & 255]).join('.')
}

/** The eight groups. The URL parser writes any form, a dotted end too, in hexadecimal. */
function groupsOf(address: string): number[] {
  const [head = '', tail] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::')
  const parse = (text: string) => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)))
  const [before, after] = [parse(head), parse(tail ?? '')]
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after]
}
