'use client'

import { useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { Locale } from '@/lib/i18n/locales'
import type { Translate } from '@/lib/i18n/translate'

/** What sentences of the overview are made with. */
export interface Speech {
  t: Translate<'overview'>
  words: Translate<'words'>
  locale: Locale
}

/** The sentences of the language in which the page is shown. */
export function useSpeech(): Speech {
  const t = useTranslations('overview')
  const words = useTranslations('words')
  const locale = useLocale()
  return useMemo(() => ({ t, words, locale }), [t, words, locale])
}
