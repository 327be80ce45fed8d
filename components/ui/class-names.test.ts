import { extendTailwindMerge } from 'tailwind-merge'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { nodesOf, parsedSources } from '@/lib/i18n/testing/sources'
import { cn } from './class-names'

const everyRule = extendTailwindMerge({ extend: { classGroups: { 'font-size': [{ text: ['2xs'] }] } } })

it('a later class wins over an earlier one of the same property', () => {
  expect(cn('h-7 px-2 text-xs text-ink', 'size-6', false, 'text-bad')).toBe('px-2 text-xs size-6 text-bad')
})

it('decides as all the rules of tailwind-merge would, for all classes of ours that may meet', () => {
  const pairs = meetings()
  expect(pairs.size).toBeGreaterThan(10_000)
  const faults = [...pairs].filter((pair) => cn(pair) !== everyRule(pair))
  expect(faults.map((pair) => `${pair}: ${cn(pair)}; expected ${everyRule(pair)}`)).toEqual([])
})

/** Pairs of classes: within one call of `cn`, and of what takes a `className` with what is given as one. */
function meetings(): Set<string> {
  const [pairs, taking, given] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const node of parsedSources(['app', 'components'], '.tsx').flatMap(nodesOf)) {
    if (ts.isCallExpression(node) && /^(cn|cva|buttonStyle)$/.test(node.expression.getText())) {
      const classes = classesIn(node)
      for (const first of classes) for (const second of classes) if (first !== second) pairs.add(`${first} ${second}`)
      if (/className|variants/.test(node.getText())) for (const name of classes) taking.add(name)
    }
    if (ts.isJsxAttribute(node) && /lassName$/.test(node.name.getText())) {
      const element = node.parent.parent
      if (/^[A-Z]/.test(element.tagName.getText())) for (const name of classesIn(node)) given.add(name)
    }
  }
  for (const first of taking) for (const second of given) if (first !== second) pairs.add(`${first} ${second}`)
  return pairs
}

function classesIn(node: ts.Node): string[] {
  const texts = nodesOf(node).flatMap((inner) =>
    ts.isStringLiteral(inner) || ts.isNoSubstitutionTemplateLiteral(inner) ? inner.text.split(/\s+/) : [],
  )
  return [...new Set(texts.filter(Boolean))]
}
