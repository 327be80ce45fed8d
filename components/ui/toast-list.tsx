'use client'

import { useEffect } from 'react'
import { Toaster } from 'sonner'
import { toastsAreShown } from './toast'

/** Where toasts appear. A screen reader says them, for the list is there before they are. */
export function ToastList() {
  useEffect(toastsAreShown, [])
  return (
    <Toaster
      position="bottom-right"
      toastOptions={{
        style: {
          background: 'var(--surface)',
          color: 'var(--ink)',
          borderColor: 'var(--line)',
          fontFamily: 'inherit',
        },
      }}
    />
  )
}
