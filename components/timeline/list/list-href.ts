import { KINDS, type Kind } from '@/lib/timeline/kinds'

const hrefs = new Map<Kind, string>()

/** Keeps how a person left the list of a kind, filters and all, while the page lives. */
export function rememberEntityList(kind: Kind, href: string) {
  hrefs.set(kind, href)
}

/** The list of a kind as it was last seen. */
export function entityListHref(kind: Kind): string {
  return hrefs.get(kind) ?? `/${KINDS[kind].path}`
}
