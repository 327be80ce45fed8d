import type { FieldTerm, Term } from '../language/term'
import type { ScanRun } from './plain-scan'

/** Whether a term is asked of runs. */
export function isOfRuns(term: Term): term is FieldTerm {
  return term.kind === 'field' && ['status', 'handler', 'failure'].includes(term.key)
}

/** Whether one own run fits all of the positive terms, and none fits any of the negated ones. For tests. */
export function fitsRuns(runs: readonly ScanRun[], terms: readonly FieldTerm[]): boolean {
  const own = runs.filter(({ copy }) => !copy)
  const asked = terms.filter(({ not }) => !not)
  const refused = terms.filter(({ not }) => not)
  return (
    (asked.length === 0 || own.some((run) => fitsAll(run, asked))) &&
    refused.every((term) => !own.some((run) => fitsAll(run, [term])))
  )
}

/** A run belongs to its group of failures while it is failing, unless its status is asked for. */
function fitsAll(run: ScanRun, terms: readonly FieldTerm[]): boolean {
  const asksStatus = terms.some(({ key, op }) => key === 'status' && op === 'is')
  const isFailing = run.status === 'failed' || run.status === 'retrying'
  return terms.every(({ key, op, values }) => {
    if (key === 'status') return op === 'exists' || values.includes(run.status)
    if (key === 'handler') return op === 'exists' || values.includes(run.handler) || values.includes(run.target)
    if (!asksStatus && !isFailing) return false
    return run.failureGroup !== null && (op === 'exists' || values.includes(run.failureGroup))
  })
}
