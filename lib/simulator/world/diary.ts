import type { Happening } from '@/lib/providers/happening'
import type { Deed, Shop } from './shop'

/** A course of things as it is written: `wait` lets time pass, `note` puts down what happens. Times in milliseconds. */
export interface Diary {
  readonly at: number
  /** Lets from `min` to `max` milliseconds pass and returns the time it is then. */
  wait(min: number, max: number): number
  note(deed: Deed): void
  /** Something beside the course, which does not hold it up. */
  noteAt(at: number, deed: Deed): void
  /** Everything noted, in order of time. */
  close(): Happening[]
}

/** A diary that begins at this time. */
export function openDiary({ random, tell }: Shop, start: number): Diary {
  const happenings: Happening[] = []
  let at = start
  return {
    get at() {
      return at
    },
    wait: (min, max) => (at += random.int(min, max)),
    note: (deed) => void happenings.push(tell(at, deed)),
    noteAt: (time, deed) => void happenings.push(tell(time, deed)),
    close: () => happenings.sort((one, other) => one.at.getTime() - other.at.getTime()),
  }
}
