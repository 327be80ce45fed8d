/** Ids are UUIDv7: this is the smallest that could have been made at `date`. */
export function idFloor(date: Date): string {
  const hex = Math.max(0, date.getTime()).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/** The moment at which a UUIDv7 was made. */
export function idTime(id: string): Date {
  return new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16))
}

/** Whether a text is written as an id is, of any version. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
