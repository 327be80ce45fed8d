import type { NamespaceKeys, NestedKeyOf } from 'use-intl/core'
import type { Messages } from './messages'
import type { translator } from './translator'

export type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>

/** What turns the keys of a namespace into sentences: `useTranslations(namespace)` of a page, or `translator` on the server. */
export type Translate<N extends Namespace> = ReturnType<typeof translator<N>>
