/** Something that a page asks: once for each of its arguments. */
export interface Question {
  title: string
  /** The 99th percentile in the database that is to be reached, in milliseconds. */
  targetMs?: number
  arguments: readonly string[]
  ask(argument: string): Promise<unknown>
}

/** The same question as one would answer it first, in plain SQL over events. */
export interface Naive {
  title: string
  /** The title of the question that it answers. */
  instead: string
  arguments: readonly unknown[][]
  sql: string
}
