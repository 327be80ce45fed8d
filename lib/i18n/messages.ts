import type { Locale } from './locales'
import en from './messages/en'
import id from './messages/id'

export type Messages = typeof en

/** Every sentence of the interface in a language. A test holds that no language lacks one. Not for browsers: they are given one. */
export function messagesOf(locale: Locale): Messages {
  return locale === 'id' ? (id as Messages) : en
}
