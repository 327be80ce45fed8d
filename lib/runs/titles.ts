import { handlers } from '@/lib/handlers/registry'

/** What people call a run's work: the destination's name, or the handler's title; its name where the handler is gone. */
export function runTitle(handler: string, destinationName: string | null): string {
  return destinationName ?? handlers.find(({ name }) => name === handler)?.title ?? handler
}

/** Sorts runs as people see them: in the order of the registry, then by title. Handlers that are gone come last. */
export function byHandler(a: { handler: string; title: string }, b: { handler: string; title: string }): number {
  return place(a.handler) - place(b.handler) || a.title.localeCompare(b.title, 'en')
}

function place(handler: string): number {
  const index = handlers.findIndex(({ name }) => name === handler)
  return index === -1 ? handlers.length : index
}
