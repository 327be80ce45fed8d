'use client'

import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { LOCALE_COOKIE, type Locale } from '@/lib/i18n/locales'

/** Changes the language of the interface, remembered in a cookie for a year. The server sends the page anew in the other one. */
export function useChooseLocale(): (locale: Locale) => void {
  const router = useRouter()
  return useCallback(
    (locale) => {
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is absent on plain http, where Jejak often runs
      document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=31536000; samesite=lax`
      router.refresh()
    },
    [router],
  )
}
