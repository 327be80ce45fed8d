'use client'

import { useState } from 'react'
import { appendTerm } from '@/lib/search/language/edit'
import { type Segment, segmentsOf, withSegment } from './segments'

export interface Draft {
  /** The query in pieces, without the one that is being changed. */
  segments: Segment[]
  text: string
  /** The piece that `text` will take the place of. */
  editing: Segment | null
  write(text: string): void
  /** Puts `text` into the query: in the place of what is being changed, else at its end. */
  commit(text: string): void
  edit(segment: Segment): void
  remove(segment: Segment): void
  replace(segment: Segment, token: string): void
  /** Leaves the query as it is. */
  cancel(): void
}

/** What is typed and not yet part of the query `q`. */
export function useDraft(q: string, onChange: (q: string) => void): Draft {
  const [text, setText] = useState('')
  const [editing, setEditing] = useState<Segment | null>(null)
  const [seen, setSeen] = useState(q)
  const reset = () => {
    setText('')
    setEditing(null)
  }
  // The piece may stand elsewhere now, or be gone.
  if (seen !== q) {
    setSeen(q)
    if (editing) reset()
  }
  const all = segmentsOf(q)
  return {
    segments: editing ? all.filter(({ start }) => start !== editing.start) : all,
    text,
    editing,
    write: setText,
    commit(committed) {
      const next = editing ? withSegment(q, editing, committed) : appendTerm(q, committed)
      reset()
      if (next !== q) onChange(next)
    },
    edit(segment) {
      setEditing(segment)
      setText(segment.token)
    },
    remove: (segment) => onChange(withSegment(q, segment, '')),
    replace: (segment, token) => onChange(withSegment(q, segment, token)),
    cancel: reset,
  }
}
