'use client'

import { Clock, Globe, Languages, Link, LogOut, type LucideIcon, Monitor, Moon, Send, Sun } from 'lucide-react'
import { signOut } from 'next-auth/react'
import { useTheme } from 'next-themes'
import { useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useSendSamples } from '@/components/events/use-send-samples'
import { useChooseLocale } from '@/components/shell/use-choose-locale'
import { usePermission } from '@/components/shell/viewer-context'
import { useZone } from '@/components/time/zone'
import { toast } from '@/components/ui/toast'
import { ZONES, type ZoneChoice } from '@/lib/events/format'
import { LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales'
import type { Action } from './options'

const THEMES = [
  { theme: 'light', icon: Sun, words: 'actions.themeLight' },
  { theme: 'dark', icon: Moon, words: 'actions.themeDark' },
  { theme: 'system', icon: Monitor, words: 'actions.themeSystem' },
] as const

const ZONE_LOOKS = {
  local: { icon: Clock, words: 'actions.zoneLocal' },
  utc: { icon: Globe, words: 'actions.zoneUtc' },
  wib: { icon: Globe, words: 'actions.zoneWib' },
} as const satisfies Record<ZoneChoice, { icon: LucideIcon; words: string }>

/** What a person may do wherever they are; what is so already is not offered. */
export function useActions(): Action[] {
  const t = useTranslations('palette')
  const locale = useLocale()
  const chooseLocale = useChooseLocale()
  const { theme, setTheme } = useTheme()
  const [zone, setZone] = useZone()
  const { allowed } = usePermission('operator')
  const { mutate: send, isPending } = useSendSamples()
  return useMemo(() => {
    const copyLink = () =>
      copy(location.href).then(
        () => toast.success(t('actions.copied')),
        () => toast.error(t('actions.copyRefused')),
      )
    return [
      ...(allowed && !isPending
        ? [{ value: 'samples', label: t('actions.samples'), icon: Send, act: () => send() }]
        : []),
      { value: 'copy-link', label: t('actions.copyLink'), icon: Link, act: () => void copyLink() },
      ...THEMES.filter((each) => each.theme !== theme).map((each) => ({
        ...{ value: `theme ${each.theme}`, label: t(each.words), icon: each.icon },
        act: () => setTheme(each.theme),
      })),
      ...ZONES.filter((each) => each !== zone).map((each) => ({
        ...{ value: `zone ${each}`, label: t(ZONE_LOOKS[each].words), icon: ZONE_LOOKS[each].icon },
        act: () => setZone(each),
      })),
      ...LOCALES.filter((each) => each !== locale).map((each) => ({
        ...{ value: `language ${each}`, label: t('actions.language', { language: LOCALE_NAMES[each] }) },
        ...{ icon: Languages, act: () => chooseLocale(each) },
      })),
      {
        ...{ value: 'sign-out', label: t('actions.signOut'), icon: LogOut },
        act: () => void signOut({ callbackUrl: '/sign-in' }),
      },
    ]
  }, [t, allowed, isPending, send, theme, setTheme, zone, setZone, locale, chooseLocale])
}

/** On plain http there is no clipboard: then it is refused. */
async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}
