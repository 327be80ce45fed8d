/** The languages of the interface. */
export const LOCALES = ['en', 'id'] as const
export type Locale = (typeof LOCALES)[number]

/** As each calls itself. */
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', id: 'Bahasa Indonesia' }

export const LOCALE_COOKIE = 'jejak-locale'

/** The language that a person chose, else the first of their browser's (`Accept-Language`) that there is, else English. */
export function chooseLocale(chosen: string | undefined, accepted: string | null): Locale {
  const wanted = [chosen ?? '', ...(accepted ?? '').split(',')].map((part) => part.trim().slice(0, 2).toLowerCase())
  return wanted.map((code) => LOCALES.find((locale) => locale === code)).find(Boolean) ?? 'en'
}
