import compile from 'icu-minify/compile'
import type { Locale } from './locales'
import { type Messages, messagesOf } from './messages'

const compiled = new Map<Locale, Messages>()

/**
 * The catalogue of a language for a browser, without what the server alone says (`problems`). Its sentences are taken apart here, so that
 * no parser of them need be sent. The type is that of the catalogue, which `useTranslations` knows the keys by; its values are for
 * `use-intl/format-message/format-only` alone.
 */
export function compiledMessagesOf(locale: Locale): Messages {
  const known = compiled.get(locale)
  if (known) return known
  const { problems: _, ...shown } = messagesOf(locale)
  const made = compileAll(shown) as Messages
  compiled.set(locale, made)
  return made
}

function compileAll(value: unknown): unknown {
  if (typeof value === 'string') return compileMessage(value)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, compileAll(inner)]))
}

/** A compiled sentence is a string only where it reads the same uncompiled: the server takes any string for one to be compiled. */
function compileMessage(message: string): unknown {
  const made = compile(message)
  if (typeof made === 'string') return made === message ? message : [made]
  // Without prototypes, as the branches of a plural come, objects cannot be handed to a component of the browser.
  return JSON.parse(JSON.stringify(made))
}
