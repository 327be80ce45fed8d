'use client'

import { Keyboard } from 'lucide-react'
import { Fragment, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { usePlaces } from './use-places'
import { useShortcuts } from './use-shortcuts'

const SHORTCUTS = [
  { keys: ['⌘ / Ctrl', 'k'], what: 'palette' },
  { keys: ['j', 'k'], what: 'nextAndPrevious' },
  { keys: ['Enter'], what: 'open' },
  { keys: ['x'], what: 'select' },
  { keys: ['Shift', 'x'], what: 'selectUpTo' },
  { keys: ['r'], what: 'replay' },
  { keys: ['f', '/'], what: 'search' },
  { keys: ['n'], what: 'showNew' },
  { keys: ['Esc'], what: 'escape' },
  { keys: ['?'], what: 'these' },
] as const

/** Opened by `?` or by its button. */
export function ShortcutsDialog() {
  const t = useTranslations('shell.shortcuts')
  const [open, setOpen] = useState(false)
  const places = usePlaces().map(({ key, label }) => ({ keys: ['g', key], what: t('goTo', { place: label }) }))
  const shortcuts = SHORTCUTS.map(({ keys, what }) => ({ keys, what: t(what) }))
  useShortcuts({ '?': () => setOpen(true) })
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button
          variant="ghost"
          size="icon"
          aria-label={t('title')}
          title={t('titleWithKey')}
          className="pointer-coarse:hidden"
        >
          <Keyboard className="size-4!" aria-hidden />
        </Button>
      </DialogTrigger>
      <DialogContent title={t('title')} className="sm:max-w-2xl">
        <div className="mt-4 grid items-start gap-x-8 gap-y-2 sm:grid-cols-[3fr_2fr]">
          <Keys of={shortcuts} />
          <Keys of={places} />
        </div>
      </DialogContent>
    </Dialog>
  )
}

function Keys({ of }: { of: readonly { keys: readonly string[]; what: string }[] }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 text-sm">
      {of.map(({ keys, what }) => (
        <Fragment key={what}>
          <dt className="flex gap-1">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dt>
          <dd className="text-ink-2">{what}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
