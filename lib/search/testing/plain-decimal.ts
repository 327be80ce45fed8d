const DECIMAL = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/

/** Whether a text is a number as JSON has it, of a size that is compared as one. For tests. */
export function isDecimal(text: string): boolean {
  const match = DECIMAL.exec(text)
  return match !== null && text.length <= 1000 && Math.abs(Number(match[4] ?? 0)) <= 1000
}

/** Below, at or above 0, as of two numbers the first is smaller, equal or larger; every digit counts. For tests. */
export function compareDecimals(one: string, other: string): number {
  const [a, b] = [parse(one), parse(other)]
  const places = Math.max(a.places, b.places)
  const difference = scaled(a, places) - scaled(b, places)
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}

interface Decimal {
  digits: bigint
  /** How many of the digits stand behind the point; negative where zeros are to be added. */
  places: number
}

function parse(text: string): Decimal {
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] = DECIMAL.exec(text) ?? []
  const digits = BigInt(whole + fraction)
  return { digits: sign === '-' ? -digits : digits, places: fraction.length - Number(exponent) }
}

function scaled({ digits, places }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(to - places)
}
