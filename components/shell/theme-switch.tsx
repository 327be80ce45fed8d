'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useTheme } from 'next-themes'
import { Segmented } from '@/components/ui/segmented'
import { useIsInteractive } from './use-is-interactive'

const OPTIONS = [
  { value: 'light', label: 'Light', content: <Sun aria-hidden /> },
  { value: 'dark', label: 'Dark', content: <Moon aria-hidden /> },
  { value: 'system', label: 'As the system', content: <Monitor aria-hidden /> },
] as const

type Theme = (typeof OPTIONS)[number]['value']

export function ThemeSwitch({ className }: { className?: string }) {
  const { theme, setTheme } = useTheme()
  // The choice stands in the browser's storage, which the server's render cannot know.
  const isBrowser = useIsInteractive()
  const value: Theme = (isBrowser && OPTIONS.find((option) => option.value === theme)?.value) || 'system'
  return <Segmented label="Theme" value={value} options={OPTIONS} onChange={setTheme} className={className} />
}
