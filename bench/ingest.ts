import { killChildren } from './children'
import { busyIngest } from './ingest/busy'
import { compareIngest } from './ingest/compare'
import { count, flag, readOptions } from './options'

const options = readOptions({
  busy: flag(
    'the time to an acknowledgement while the worker is saturated and a list is paged through ten times a second, against idle',
  ),
  rounds: count('with --busy: rounds of each, of which the medians count', 3, 20),
  seconds: count('with --busy: how long each of them takes', 8, 120),
  rate: count('with --busy: deliveries per second', 300, 10_000),
})
try {
  process.exitCode = (await (options.busy ? busyIngest(options) : compareIngest())) ? 0 : 1
} finally {
  killChildren()
}
