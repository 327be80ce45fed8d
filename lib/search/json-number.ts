/** Whether a text is a number as JSON writes it, and one that PostgreSQL can hold: 1,000 characters, an exponent of 1,000. */
export function isJsonNumber(text: string): boolean {
  if (text.length > MAX_LENGTH) return false
  const exponent = FORM.exec(text)?.groups?.exponent
  return FORM.test(text) && Math.abs(Number(exponent ?? 0)) <= MAX_EXPONENT
}

const MAX_LENGTH = 1000
const MAX_EXPONENT = 1000
const FORM = /^-?(0|[1-9]\d*)(\.\d+)?([eE](?<exponent>[+-]?\d+))?$/
