'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import { loadDialog } from '@/components/ui/dialog'
import { loadPopover } from '@/components/ui/popover'
import { whenToastIsWanted } from '@/components/ui/toast'

const SIGNS_OF_LIFE = ['pointermove', 'pointerdown', 'keydown'] as const

const ToastList = lazy(async () => {
  // Not worth the page, where it cannot be had.
  const found = await import('@/components/ui/toast-list').catch(() => null)
  return { default: found?.ToastList ?? Nothing }
})

/** What no page needs before a person does something, and any may need soon after: fetched once they move or press anything. */
export function LaterParts() {
  const [isUsed, setIsUsed] = useState(false)
  useEffect(() => {
    const use = () => setIsUsed(true)
    whenToastIsWanted(use)
    const options = { once: true, passive: true, capture: true }
    for (const sign of SIGNS_OF_LIFE) document.addEventListener(sign, use, options)
    return () => {
      for (const sign of SIGNS_OF_LIFE) document.removeEventListener(sign, use, options)
    }
  }, [])
  useEffect(() => {
    if (!isUsed) return
    loadDialog()
    loadPopover()
  }, [isUsed])
  return isUsed ? (
    <Suspense fallback={null}>
      <ToastList />
    </Suspense>
  ) : null
}

function Nothing() {
  return null
}
