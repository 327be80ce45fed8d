/** What a destination's signing secret is bound to: moved to another row, it cannot be opened. */
export function secretContext(destinationId: string): string {
  return `destination:${destinationId}`
}

/** What a destination's own headers are bound to. */
export function headersContext(destinationId: string): string {
  return `destination-headers:${destinationId}`
}
