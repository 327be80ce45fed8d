'use client'

import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { PaletteField } from './palette-field'
import { PaletteHint } from './palette-hint'

/** What is typed, and whether Enter was pressed before the answer to it came. */
export interface Asked {
  query: string
  isSubmitted: boolean
}

const NOTHING: Asked = { query: '', isSubmitted: false }
const load = () => import('./palette-body')
const Body = lazy(() => load().then(({ PaletteBody }) => ({ default: PaletteBody })))
const PaletteContext = createContext<{ open(): void; prepare(): void } | null>(null)

/** Opens the palette by ⌘K or Ctrl+K from anywhere below it. Its inside is loaded when somebody reaches for it. */
export function PaletteProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('palette')
  const [isOpen, setIsOpen] = useState(false)
  const [asked, setAsked] = useState(NOTHING)

  function change(open: boolean) {
    if (open) setAsked(NOTHING)
    setIsOpen(open)
  }

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      // The body comes while the second key is still on its way.
      if (event.key === 'Meta' || event.key === 'Control') void load()
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      setAsked(NOTHING)
      setIsOpen((open) => !open)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <PaletteContext value={{ open: () => change(true), prepare: () => void load() }}>
      {children}
      <Dialog open={isOpen} onOpenChange={change}>
        <DialogContent title={t('title')} shape="palette">
          <Suspense
            fallback={
              <>
                <PaletteField asked={asked} onChange={setAsked} />
                <div className="min-h-56 flex-1" />
                <PaletteHint>{null}</PaletteHint>
              </>
            }
          >
            <Body asked={asked} onChange={setAsked} onClose={() => change(false)} />
          </Suspense>
        </DialogContent>
      </Dialog>
    </PaletteContext>
  )
}

/** How a button opens the palette, and gets it ready before it is pressed. */
export function usePalette() {
  const palette = useContext(PaletteContext)
  if (!palette) throw new Error('usePalette is for what stands below PaletteProvider')
  return palette
}
