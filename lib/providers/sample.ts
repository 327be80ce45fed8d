/** A documented body as the bytes that are sent. */
export function encodeSample(body: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(body))
}
