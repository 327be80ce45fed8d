export const SIGNATURE_HEADER = 'X-BitByBit-Webhook-Signature'

/** A signature header taken apart. `time` is kept as the digits that came: they are part of what is signed. */
export type Signature = { ok: true; time: string; digests: Buffer[] } | { ok: false; note: string }

const EXPECTED = 'Expected t=<unix seconds>,v1=<64 hexadecimal digits>'

/**
 * Reads `t=…,v1=…[,v1=…]`. Spaces around parts and either case of hex are fine, other schemes (`v0=…`) are skipped,
 * and so is a `v1` of another form beside a good one. Two times would leave open which one was signed: malformed.
 */
export function parseSignature(header: string): Signature {
  const times: string[] = []
  const digests: Buffer[] = []
  for (const part of header.split(',')) {
    const text = part.trim()
    const equals = text.indexOf('=')
    if (equals < 1) return malformed('a part is not of the form name=value')
    const name = text.slice(0, equals)
    const value = text.slice(equals + 1)
    if (name === 't') times.push(value)
    if (name === 'v1' && /^[0-9a-f]{64}$/i.test(value)) digests.push(Buffer.from(value, 'hex'))
  }
  const [time] = times
  if (time === undefined || times.length > 1) return malformed(time === undefined ? 't is missing' : 't comes twice')
  if (!/^\d{1,12}$/.test(time)) return malformed('t is not a number of 1 to 12 digits')
  if (digests.length === 0) return malformed('no v1 of 64 hexadecimal digits came')
  return { ok: true, time, digests }
}

function malformed(fault: string): Signature {
  return { ok: false, note: `${EXPECTED}; ${fault}.` }
}
