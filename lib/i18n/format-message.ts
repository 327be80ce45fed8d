import compile from 'icu-minify/compile'
import formatOnly from 'use-intl/format-message/format-only'

type Message = Parameters<typeof formatOnly>[1]

const compiled = new Map<string, Message>()

/**
 * Stands for `use-intl/format-message` where pages are drawn on the server (next.config.mjs): there sentences come compiled, from
 * the provider of the pages, as well as uncompiled, from `translator`.
 */
export default function formatMessage(...[key, message, values, options]: Parameters<typeof formatOnly>) {
  return formatOnly(key, typeof message === 'string' ? compiledOnce(message) : message, values, options)
}

formatMessage.raw = false

function compiledOnce(message: string): Message {
  const known = compiled.get(message)
  if (known !== undefined) return known
  const made = compile(message)
  compiled.set(message, made)
  return made
}
