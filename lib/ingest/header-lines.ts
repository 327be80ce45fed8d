import type { HeaderList } from '@/lib/providers/provider'

/** Headers as one text, a line each, as they stood in the request: order and repeats are kept. */
export function toHeaderLines(headers: HeaderList): string {
  let lines = ''
  for (const [name, value] of headers) lines += lines === '' ? `${name}: ${value}` : `\n${name}: ${value}`
  return lines
}

/** The same headers again. A name has no colon and a value no line end: HTTP forbids both. */
export function fromHeaderLines(lines: string): [name: string, value: string][] {
  if (lines === '') return []
  return lines.split('\n').map((line) => {
    const colon = line.indexOf(': ')
    return [line.slice(0, colon), line.slice(colon + 2)]
  })
}
