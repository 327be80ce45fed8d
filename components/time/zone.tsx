'use client'

import { createContext, type ReactNode, useCallback, useContext, useMemo, useSyncExternalStore } from 'react'
import { ZONES, type ZoneChoice } from '@/lib/events/format'

const COOKIE = 'jejak-zone'
const TICK_MS = 1000
const listeners = new Set<() => void>()
const TimeContext = createContext<{ serverZone: ZoneChoice; serverNowMs: number } | null>(null)

/** Gives the server's clock and the remembered zone to the first render, so that it equals the server's. */
export function TimeProvider({ zone, nowMs, children }: { zone: ZoneChoice; nowMs: number; children: ReactNode }) {
  const value = useMemo(() => ({ serverZone: zone, serverNowMs: nowMs }), [zone, nowMs])
  return <TimeContext value={value}>{children}</TimeContext>
}

/** The zone in which times are shown, and how to change it. Remembered in a cookie for a year. */
export function useZone(): [ZoneChoice, (zone: ZoneChoice) => void] {
  const serverZone = useContext(TimeContext)?.serverZone ?? 'utc'
  // The server does not know the browser's zone: its first render shows `local` as UTC.
  const zone = useSyncExternalStore(subscribeZone, readZone, () => (serverZone === 'local' ? 'utc' : serverZone))
  return [zone, writeZone]
}

/** The present moment, at a steady pace of one second, shared by everything on the page. */
export function useNow(): Date {
  const serverNowMs = useContext(TimeContext)?.serverNowMs ?? 0
  const ms = useSyncExternalStore(
    subscribeTick,
    readTick,
    useCallback(() => serverNowMs, [serverNowMs]),
  )
  return useMemo(() => new Date(ms), [ms])
}

function readZone(): ZoneChoice {
  const value = document.cookie.match(/(?:^|; )jejak-zone=(\w+)/)?.[1]
  return ZONES.find((zone) => zone === value) ?? 'local'
}

function writeZone(zone: ZoneChoice) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is absent on plain http, where Jejak often runs
  document.cookie = `${COOKIE}=${zone}; path=/; max-age=31536000; samesite=lax`
  for (const listener of listeners) listener()
}

function subscribeZone(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

let tickMs = 0
let timer: ReturnType<typeof setInterval> | undefined
const tickListeners = new Set<() => void>()

function readTick(): number {
  if (tickMs === 0) tickMs = Date.now()
  return tickMs
}

function subscribeTick(listener: () => void) {
  tickListeners.add(listener)
  timer ??= setInterval(() => {
    tickMs = Date.now()
    for (const each of tickListeners) each()
  }, TICK_MS)
  return () => {
    tickListeners.delete(listener)
    if (tickListeners.size > 0) return
    clearInterval(timer)
    timer = undefined
    tickMs = 0
  }
}
