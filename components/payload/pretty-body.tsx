'use client'

import { memo } from 'react'
import { MAX_INDENT, type PrettyLine, type TokenKind } from '@/lib/events/pretty-json'

const CHUNK_LINES = 100
const LINE_HEIGHT_PX = 20
const INK: Record<TokenKind, string | undefined> = {
  key: 'text-code-key',
  string: 'text-code-string',
  number: 'text-code-number',
  literal: 'text-code-literal',
  mark: 'text-ink-3',
}

/** JSON laid out anew, in chunks that the browser skips while they are out of view. */
export const PrettyBody = memo(function PrettyBody({ lines }: { lines: readonly PrettyLine[] }) {
  const chunks = Array.from({ length: Math.ceil(lines.length / CHUNK_LINES) }, (_, index) =>
    lines.slice(index * CHUNK_LINES, (index + 1) * CHUNK_LINES),
  )
  return (
    <pre className="whitespace-pre-wrap break-words font-mono text-xs leading-5">
      {chunks.map((chunk, index) => (
        <div
          key={index}
          style={
            chunks.length > 2
              ? { contentVisibility: 'auto', containIntrinsicHeight: `auto ${chunk.length * LINE_HEIGHT_PX}px` }
              : undefined
          }
        >
          {chunk.map((line, at) => (
            <Line key={at} line={line} />
          ))}
        </div>
      ))}
    </pre>
  )
})

function Line({ line }: { line: PrettyLine }) {
  const indent = Math.min(line.depth, MAX_INDENT) * 2
  return (
    <div style={{ paddingLeft: `${indent + 2}ch`, textIndent: '-2ch' }}>
      {line.tokens.map((token, index) => (
        <span key={index} className={INK[token.kind]}>
          {token.text}
        </span>
      ))}
    </div>
  )
}
