/** Takes items in any order and gives them back by time; those of one time in the order in which they were put in. */
export class TimeQueue<T> {
  readonly #heap: { at: number; turn: number; item: T }[] = []
  #turns = 0

  get size(): number {
    return this.#heap.length
  }

  /** `at` in milliseconds. */
  put(at: number, item: T): void {
    const heap = this.#heap
    const entry = { at, turn: this.#turns++, item }
    let index = heap.length
    while (index > 0) {
      const above = (index - 1) >> 1
      const parent = heap[above]
      if (!parent || !isBefore(entry, parent)) break
      heap[index] = parent
      index = above
    }
    heap[index] = entry
  }

  /** Every item up to this time, both included, the earliest first. */
  *takeUntil(at: number): Generator<T> {
    for (let first = this.#heap[0]; first && first.at <= at; first = this.#heap[0]) {
      this.#removeFirst()
      yield first.item
    }
  }

  #removeFirst(): void {
    const heap = this.#heap
    const last = heap.pop()
    if (!last || heap.length === 0) return
    let index = 0
    for (;;) {
      const left = 2 * index + 1
      const leftChild = heap[left]
      const rightChild = heap[left + 1]
      if (!leftChild) break
      const right = rightChild && isBefore(rightChild, leftChild)
      const child = right ? rightChild : leftChild
      if (!isBefore(child, last)) break
      heap[index] = child
      index = right ? left + 1 : left
    }
    heap[index] = last
  }
}

function isBefore(one: { at: number; turn: number }, other: { at: number; turn: number }): boolean {
  return one.at < other.at || (one.at === other.at && one.turn < other.turn)
}
