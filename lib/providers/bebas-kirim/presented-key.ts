import { headerValue } from '../headers'
import type { HeaderList } from '../provider'

export const KEY_HEADER = 'Authorization'

/** The key as it came, and without a scheme where it has one: proxies and people add `Bearer`. */
export interface PresentedKey {
  whole: string
  withoutScheme: string | null
}

const BEARER = /^bearer[ \t]+(.*)$/is

/** The key that the headers present, or null where there is none. */
export function presentedKey(headers: HeaderList): PresentedKey | null {
  const whole = headerValue(headers, KEY_HEADER)?.trim() ?? ''
  return whole === '' ? null : { whole, withoutScheme: BEARER.exec(whole)?.[1] ?? null }
}

/** Each key in the headers, repeats included, without its scheme: what must be masked before anything is stored. */
export function presentedSecrets(headers: HeaderList): { header: string; secret: string }[] {
  return headers.flatMap((header) => {
    const key = header[0].toLowerCase() === KEY_HEADER.toLowerCase() ? presentedKey([header]) : null
    return key ? [{ header: KEY_HEADER.toLowerCase(), secret: key.withoutScheme ?? key.whole }] : []
  })
}
