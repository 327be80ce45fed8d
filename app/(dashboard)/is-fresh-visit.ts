import { headers } from 'next/headers'

/** On the way back from a row the browser still has the list, scrolled and all: a newer first page would move it. */
export async function isFreshVisit(): Promise<boolean> {
  return (await headers()).get('sec-fetch-dest') === 'document'
}
