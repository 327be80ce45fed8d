/** What a stored secret is bound to: moved to another row, it cannot be opened. */
export function secretContext(secretId: string): string {
  return `source_secret:${secretId}`
}
