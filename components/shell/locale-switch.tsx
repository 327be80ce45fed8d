'use client'

import { useLocale, useTranslations } from 'use-intl'
import { Segmented } from '@/components/ui/segmented'
import { LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales'
import { useChooseLocale } from './use-choose-locale'

const OPTIONS = LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))

/** The language of the interface. */
export function LocaleSwitch({ className }: { className?: string }) {
  const t = useTranslations('shell.localeSwitch')
  const choose = useChooseLocale()
  return <Segmented label={t('label')} value={useLocale()} options={OPTIONS} onChange={choose} className={className} />
}
