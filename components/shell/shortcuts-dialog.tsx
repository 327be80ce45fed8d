'use client'

import { Keyboard } from 'lucide-react'
import { Fragment, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { usePlaces } from './use-places'
import { useShortcuts } from './use-shortcuts'

const SHORTCUTS = [
  { keys: ['⌘ / Ctrl', 'k'], what: 'Search everything, or jump to a place' },
  { keys: ['j', 'k'], what: 'Next and previous event' },
  { keys: ['Enter'], what: 'Open the event' },
  { keys: ['x'], what: 'Select the event' },
  { keys: ['Shift', 'x'], what: 'Select all up to the event' },
  { keys: ['r'], what: 'Replay the event' },
  { keys: ['f', '/'], what: 'Find an order' },
  { keys: ['n'], what: 'Show the new events' },
  { keys: ['Esc'], what: 'Clear the selection, then the search and the filters; go back from an event' },
  { keys: ['?'], what: 'These shortcuts' },
]

/** Opened by `?` or by its button. */
export function ShortcutsDialog() {
  const [open, setOpen] = useState(false)
  const places = usePlaces().map(({ key, label }) => ({ keys: ['g', key], what: `Go to ${label}` }))
  useShortcuts({ '?': () => setOpen(true) })
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button
          variant="ghost"
          size="icon"
          aria-label="Keyboard shortcuts"
          title="Keyboard shortcuts (?)"
          className="pointer-coarse:hidden"
        >
          <Keyboard className="size-4!" aria-hidden />
        </Button>
      </DialogTrigger>
      <DialogContent title="Keyboard shortcuts">
        <dl className="mt-4 grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 text-sm">
          {[...SHORTCUTS, ...places].map(({ keys, what }) => (
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
      </DialogContent>
    </Dialog>
  )
}
