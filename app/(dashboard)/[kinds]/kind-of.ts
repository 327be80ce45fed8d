import { notFound } from 'next/navigation'
import { type Kind, kindAt } from '@/lib/timeline/kinds'

/** The kind whose pages stand at this path; a path that is none is not found. */
export function kindOfPath(path: string): Kind {
  return kindAt(path) ?? notFound()
}
