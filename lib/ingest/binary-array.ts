/**
 * One-dimensional arrays in PostgreSQL's binary format (array_recv in its sources: dimensions, null flag, element type,
 * length and lower bound, then each element behind its length). On the hot path this replaces pg's text format, in
 * which every value is quoted here and taken apart again there.
 */

const HEADER_BYTES = 20
/** An empty array has no dimension, so neither length nor lower bound. */
const EMPTY_BYTES = 12
const TYPE = { int2: 21, int4: 23, text: 25, json: 114, timestamptz: 1184, uuid: 2950, jsonb: 3802 } as const
/** PostgreSQL counts microseconds from the year 2000. */
const POSTGRES_EPOCH_MS = 946_684_800_000

type Column<T> = readonly (T | null)[]

export const int2Array = (values: Column<number>) =>
  fixedArray(TYPE.int2, 2, values, (to, at, value) => to.writeInt16BE(value, at))
export const int4Array = (values: Column<number>) =>
  fixedArray(TYPE.int4, 4, values, (to, at, value) => to.writeInt32BE(value, at))
export const uuidArray = (values: Column<string>) =>
  fixedArray(TYPE.uuid, 16, values, (to, at, value) => to.write(value.replaceAll('-', ''), at, 'hex'))
export const timeArray = (values: Column<Date>) =>
  fixedArray(TYPE.timestamptz, 8, values, (to, at, value) => {
    const microseconds = (value.getTime() - POSTGRES_EPOCH_MS) * 1_000
    to.writeInt32BE(Math.floor(microseconds / 2 ** 32), at)
    to.writeUInt32BE(microseconds >>> 0, at + 4)
  })

/** Texts must be free of NUL and lone surrogates. */
export const textArray = (values: Column<string>) => textualArray(TYPE.text, values, 0)
export const jsonArray = (values: Column<string>) => textualArray(TYPE.json, values, 0)
/** Binary jsonb is a version number before the text. */
export const jsonbArray = (values: Column<string>) => textualArray(TYPE.jsonb, values, 1)

function fixedArray<T>(
  type: number,
  size: number,
  values: Column<T>,
  write: (to: Buffer, at: number, value: T) => void,
): Buffer {
  const array = begin(type, values, HEADER_BYTES + values.length * (4 + size))
  let at = HEADER_BYTES
  for (const value of values) {
    at = array.writeInt32BE(value === null ? -1 : size, at)
    if (value === null) continue
    write(array, at, value)
    at += size
  }
  return values.length > 0 ? array.subarray(0, at) : array.subarray(0, EMPTY_BYTES)
}

function textualArray(type: number, values: Column<string>, version: number): Buffer {
  const prefix = version === 0 ? 0 : 1
  let bytes = HEADER_BYTES
  // A UTF-16 code unit takes three bytes of UTF-8 at most: cheaper to allot too much than to measure.
  for (const value of values) bytes += 4 + prefix + (value === null ? 0 : value.length * 3)
  const array = begin(type, values, bytes)
  let at = HEADER_BYTES
  for (const value of values) {
    if (value === null) {
      at = array.writeInt32BE(-1, at)
      continue
    }
    if (prefix) array[at + 4] = version
    const length = array.write(value, at + 4 + prefix, 'utf8') + prefix
    array.writeInt32BE(length, at)
    at += 4 + length
  }
  return values.length > 0 ? array.subarray(0, at) : array.subarray(0, EMPTY_BYTES)
}

function begin(type: number, values: Column<unknown>, bytes: number): Buffer {
  const array = Buffer.allocUnsafe(bytes)
  array.writeInt32BE(values.length > 0 ? 1 : 0, 0)
  array.writeInt32BE(values.includes(null) ? 1 : 0, 4)
  array.writeInt32BE(type, 8)
  array.writeInt32BE(values.length, 12)
  array.writeInt32BE(1, 16)
  return array
}
