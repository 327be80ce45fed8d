/**
 * PostgreSQL array literals. Made here rather than by pg, which looks into every value of every array: most columns of a
 * batch hold values that cannot need quoting, and this is the hot path.
 */

/** For values without a comma, brace, quote, backslash or space: ids, numbers and times. */
export function plainArray(values: readonly (string | number | null)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`
}

/** For any text that PostgreSQL can hold. */
export function textArray(values: readonly (string | null)[]): string {
  return `{${values.map(quoted).join(',')}}`
}

const SPECIAL = /["\\]/

function quoted(value: string | null): string {
  if (value === null) return 'NULL'
  return SPECIAL.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : `"${value}"`
}
