/**
 * The address a request came from. X-Forwarded-For is believed only where a proxy of one's own is known to set it; then
 * the last entry counts, the one that this proxy wrote. It is asked for only then.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: () => string | string[] | null | undefined,
  trustProxy: boolean,
): string | null {
  const forwarded = trustProxy
    ? String(forwardedFor() ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : undefined
  const address = forwarded || peer
  return address ? address.replace(/^::ffff:(?=\d+\.)/, '').slice(0, 100) : null
}
