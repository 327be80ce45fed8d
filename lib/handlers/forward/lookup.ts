import { lookup } from 'node:dns/promises'
import type { BlockList, LookupFunction } from 'node:net'
import { refusal } from './address'

export interface ResolvedAddress {
  address: string
  family: number
}

/** Every address of a host name. */
export type Resolve = (hostname: string) => Promise<ResolvedAddress[]>

/** As the operating system resolves names, its hosts file included. */
export const resolveBySystem: Resolve = (hostname) => lookup(hostname, { all: true, verbatim: true })

/** An address that nothing may be sent to. */
export class AddressRefusedError extends Error {
  override name = 'AddressRefusedError'
}

/**
 * The look-up that connections are made with: it answers addresses that were checked, or an AddressRefusedError where any
 * of them may not be sent to. A name that resolves otherwise the next time gains nothing: what is checked here is what is
 * connected to.
 */
export function guardedLookup(allow: BlockList, resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    checked(hostname, allow, resolve).then(
      (all) => {
        const family = String(options.family ?? 0).replace('IPv', '')
        const wanted = family === '0' ? all : all.filter((one) => String(one.family) === family)
        const [first] = wanted
        if (!first) callback(notFound(hostname), '', 0)
        else if (options.all) callback(null, wanted)
        else callback(null, first.address, first.family)
      },
      (error) => callback(error, '', 0),
    )
  }
}

async function checked(hostname: string, allow: BlockList, resolve: Resolve): Promise<ResolvedAddress[]> {
  const all = await resolve(hostname)
  for (const { address } of all) assertAllowed(address, allow, hostname)
  return all
}

/**
 * Throws an AddressRefusedError for an IP address that may not be sent to. A URL that holds an address instead of a name
 * is never looked up, so it is checked by this before anything is sent.
 */
export function assertAllowed(address: string, allow: BlockList, hostname: string = address): void {
  const why = refusal(address, allow)
  if (why === null) return
  const what = hostname === address ? `${address} is ${why}` : `${hostname} resolves to ${address}, which is ${why}`
  throw new AddressRefusedError(
    `Nothing was sent: ${what}, and events are forwarded to public addresses only. If this one is meant, add it to JEJAK_FORWARD_ALLOW (JEJAK_FORWARD_ALLOW=${address}, or a range of it) and start Jejak again.`,
  )
}

function notFound(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`no address of ${hostname}`), { code: 'ENOTFOUND' })
}
