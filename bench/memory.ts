import { median } from './median'

/** The resident memory of a process while it worked. */
export interface MemoryFigures {
  startBytes: number
  firstQuarterBytes: number
  lastQuarterBytes: number
  mostBytes: number
}

const MIB = 1024 ** 2
/** The median of the last quarter is to be at most this many times that of the first. */
export const FLAT = 1.3

/** From samples taken at a steady rate. */
export function memoryOf(samples: readonly number[]): MemoryFigures {
  const quarter = Math.max(1, Math.floor(samples.length / 4))
  return {
    startBytes: samples[0] ?? Number.NaN,
    firstQuarterBytes: median(samples.slice(0, quarter)),
    lastQuarterBytes: median(samples.slice(-quarter)),
    mostBytes: samples.reduce((most, bytes) => Math.max(most, bytes), 0),
  }
}

/** Prints two lines about memory. Answers whether it stayed flat. */
export function reportMemory({ startBytes, firstQuarterBytes, lastQuarterBytes, mostBytes }: MemoryFigures): boolean {
  const growth = lastQuarterBytes / firstQuarterBytes
  const isFlat = growth <= FLAT
  const mib = (bytes: number) => `${Math.round(bytes / MIB)} MiB`
  console.log(
    `  memory: ${mib(startBytes)} at the start, ${mib(firstQuarterBytes)} in the first quarter, ${mib(lastQuarterBytes)} in the last, at most ${mib(mostBytes)}`,
  )
  console.log(`  growth ${growth.toFixed(2)}  to reach at most ${FLAT.toFixed(2)} ${isFlat ? 'reached' : 'MISSED'}`)
  return isFlat
}
