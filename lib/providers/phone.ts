import parsePhoneNumber from 'libphonenumber-js/min'

/** The country of a number that does not name one. */
const DEFAULT_COUNTRY = 'ID'

/** Customers write and order again: parsing a number costs more than everything else that is read from an order. */
const MAX_REMEMBERED = 10_000
const remembered = new Map<string, string | null>()

/** A phone number in E.164, or null where it is not a possible one, or all zeros. Remembers the last few thousand. */
export function normalisePhone(text: string): string | null {
  const before = remembered.get(text)
  if (before !== undefined) return before
  const phone = read(text)
  // Made up for forms that insist on a number; the length alone is possible in many countries.
  const isMadeUp = phone !== undefined && /^0*$/.test(phone.nationalNumber)
  const number = phone?.isPossible() && !isMadeUp ? phone.number : null
  if (remembered.size >= MAX_REMEMBERED) remembered.clear()
  remembered.set(text, number)
  return number
}

/** Of several zeros before a number only the first is left out, the next when it is read again: it is read until nothing changes. */
function read(text: string): ReturnType<typeof parsePhoneNumber> {
  const phone = parsePhoneNumber(text, DEFAULT_COUNTRY)
  if (!phone?.nationalNumber.startsWith('0')) return phone
  return parsePhoneNumber(phone.number)?.number === phone.number ? phone : read(phone.number)
}
