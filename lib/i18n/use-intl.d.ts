import type { Locale } from './locales'
import type en from './messages/en'

/** A key that is not in the English catalogue is an error of types. */
declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof en
  }
}
