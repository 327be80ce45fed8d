import type { SignInput } from '../provider'
import { KEY_HEADER } from './presented-key'

/** The headers of a genuine delivery: the key alone, whatever the body. */
export function sign({ secret }: SignInput): [name: string, value: string][] {
  return [
    ['Content-Type', 'application/json'],
    [KEY_HEADER, secret.value],
  ]
}
