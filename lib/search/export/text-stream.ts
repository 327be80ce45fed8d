/**
 * Texts as a stream of UTF-8. The next text is made when the one before was taken, not earlier. Cancelling the stream calls
 * `onCancel` and ends the texts; an error among them is an error of the stream.
 */
export function textStream(texts: AsyncGenerator<string>, onCancel: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await nextText(texts)
        if (next === null) controller.close()
        else controller.enqueue(encoder.encode(next))
      },
      async cancel() {
        onCancel()
        await texts.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
}

/** An empty text would be an empty chunk, after which nothing more is asked for. */
async function nextText(texts: AsyncGenerator<string>): Promise<string | null> {
  for (let next = await texts.next(); !next.done; next = await texts.next()) if (next.value !== '') return next.value
  return null
}
