'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useTheme } from 'next-themes'
import { useTranslations } from 'use-intl'
import { Segmented } from '@/components/ui/segmented'
import { useIsInteractive } from './use-is-interactive'

const OPTIONS = [
  { value: 'light', content: <Sun aria-hidden /> },
  { value: 'dark', content: <Moon aria-hidden /> },
  { value: 'system', content: <Monitor aria-hidden /> },
] as const

type Theme = (typeof OPTIONS)[number]['value']

export function ThemeSwitch({ className }: { className?: string }) {
  const t = useTranslations('shell.theme')
  const { theme, setTheme } = useTheme()
  // The choice stands in the browser's storage, which the server's render cannot know.
  const isBrowser = useIsInteractive()
  const value: Theme = (isBrowser && OPTIONS.find((option) => option.value === theme)?.value) || 'system'
  const options = OPTIONS.map((option) => ({ ...option, label: t(option.value) }))
  return <Segmented label={t('label')} value={value} options={options} onChange={setTheme} className={className} />
}
