import { say } from './say'

type Say = typeof say
type ExpectedKey = Extract<Parameters<Say>[0], `expected.${string}`> extends `expected.${infer Key}` ? Key : never

/** What a schema expects, as the message of its rule: told in the language of the request whose input is read. */
export function expected(key: ExpectedKey, values?: Record<string, string | number>): { error: () => string } {
  return { error: () => say(`expected.${key}`, values) }
}
