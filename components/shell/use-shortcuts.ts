'use client'

import { useEffect, useRef } from 'react'

/** Keys (as KeyboardEvent.key gives them) and what they do; `false` lets the key through. */
export type Shortcuts = Record<string, (event: KeyboardEvent) => unknown>

/** Listens for single keys while nobody types, no dialog or menu is open and no modifier is held. */
export function useShortcuts(shortcuts: Shortcuts) {
  const current = useRef(shortcuts)
  useEffect(() => {
    current.current = shortcuts
  })
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return
      const act = Object.hasOwn(current.current, event.key) ? current.current[event.key] : undefined
      if (act && act(event) !== false) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="dialog"], [role="alertdialog"], [role="listbox"]')
  )
    return true
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
}
