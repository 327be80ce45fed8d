import type { LookupItem } from '@/lib/timeline/schemas'

/** A page that a person was on. */
export type Recent = Pick<LookupItem, 'kind' | 'label' | 'path'>

const KEPT = 8

/** What this person looked at last in this browser, the newest first; empty where the browser keeps nothing. */
export function readRecent(person: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(person)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, KEPT) : []
  } catch {
    return []
  }
}

/** Puts a page at the head of what was looked at. */
export function rememberRecent(person: string, { kind, label, path }: Recent) {
  const others = readRecent(person).filter((each) => each.path !== path)
  try {
    localStorage.setItem(keyOf(person), JSON.stringify([{ kind, label, path }, ...others].slice(0, KEPT)))
  } catch {
    // A browser that keeps nothing does without.
  }
}

function keyOf(person: string): string {
  return `jejak-recent:${person}`
}

function isRecent(value: unknown): value is Recent {
  if (typeof value !== 'object' || value === null) return false
  const { kind, label, path } = value as Record<string, unknown>
  return typeof kind === 'string' && typeof label === 'string' && typeof path === 'string' && path.startsWith('/')
}
