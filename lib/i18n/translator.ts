import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core'
import type { Locale } from './locales'
import { type Messages, messagesOf } from './messages'

/** What turns keys of a namespace into sentences, on the server. Components of the browser have `useTranslations` of `use-intl`. */
export function translator<N extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(locale: Locale, namespace: N) {
  return createTranslator({ locale, messages: messagesOf(locale), namespace })
}
