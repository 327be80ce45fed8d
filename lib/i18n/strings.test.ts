import ts from 'typescript'
import { expect, it } from 'vitest'
import { nodesOf, parsedSources, placeOf } from './testing/sources'

/** Attributes whose text a person sees or hears. */
const HEARD = new Set(['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label', 'hint', 'note', 'what'])
for (const name of ['description', 'confirm', 'legend', 'summary', 'words', 'heading', 'why']) HEARD.add(name)

/** What is the same in every language: names, keys of a keyboard, words of the query language, paths. */
const SAME = /^(Jejak|\(?Esc\)?|N|type:|\/\S*)$/
/** Elements that hold keys of a keyboard. */
const KEYS = new Set(['Kbd'])

it('every sentence of the interface stands in a catalogue', () => {
  const faults = parsedSources(['app', 'components'], '.ts').flatMap((file) => nodesOf(file).flatMap(faultsOf))
  expect(faults).toEqual([])
}, 60_000)

it('finds text between tags, in attributes and in their conditions', () => {
  const source = `const a = <p title="Close" className="x">Hello {b ? 'one' : t('two')} <b label={\`\${n} rows\`}>1</b> Jejak</p>`
  const file = ts.createSourceFile('a.tsx', source, ts.ScriptTarget.Latest, true)
  const found = nodesOf(file).flatMap(faultsOf)
  expect(found).toEqual(['a.tsx:1 Close', 'a.tsx:1 Hello', 'a.tsx:1 one', 'a.tsx:1  rows'])
})

it('what goes wrong with a request is told from a catalogue', () => {
  const faults = parsedSources(['app', 'lib'], '.ts')
    .filter(({ fileName }) => !ENGLISH_ROOMS.test(fileName))
    .flatMap((file) => nodesOf(file).flatMap(untold))
  expect(faults).toEqual([])
}, 60_000)

it('finds errors and expectations that are written out', () => {
  const source = `new JejakError('conflict', \`It is {x}.\`); z.string('expected a name'); new JejakError('gone', say('gone'))`
  const file = ts.createSourceFile('a.ts', source, ts.ScriptTarget.Latest, true)
  expect(nodesOf(file).flatMap(untold)).toEqual(['a.ts:1 `It is {x}.`', "a.ts:1 'expected a name'"])
})

/** What providers are answered, what stands in the log or a terminal, and what the list words by the code of the fault. */
const ENGLISH_ROOMS = /^lib\/(ingest|db|health|vault|simulator|search\/language|sources\/check-key)\b/

function untold(node: ts.Node): string[] {
  const isText = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)
  if (!isText) return []
  const { parent } = node
  const isErrors = ts.isNewExpression(parent) && parent.expression.getText() === 'JejakError'
  const isFound = isErrors ? parent.arguments?.[1] === node : /^.expected /.test(node.getText())
  return isFound ? [`${placeOf(node)} ${node.getText()}`] : []
}

function faultsOf(node: ts.Node): string[] {
  if (ts.isJsxText(node)) return isInKeys(node) ? [] : faultOf(node, node.text.trim())
  if (ts.isJsxAttribute(node)) {
    if (!HEARD.has(node.name.getText()) || !node.initializer) return []
    if (ts.isStringLiteral(node.initializer)) return faultOf(node, node.initializer.text)
    return ts.isJsxExpression(node.initializer) ? literalsOf(node.initializer.expression) : []
  }
  if (ts.isCallExpression(node) && /^toast\b/.test(node.expression.getText())) return literalsOf(node.arguments[0])
  const isChild = ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent))
  return isChild && !isInKeys(node) ? literalsOf(node.expression) : []
}

/** The literal texts that an expression can come out as. */
function literalsOf(node: ts.Expression | undefined): string[] {
  if (!node) return []
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return faultOf(node, node.text)
  if (ts.isTemplateExpression(node)) {
    const parts = [node.head, ...node.templateSpans.map(({ literal }) => literal)]
    return [
      ...parts.flatMap((part) => faultOf(part, part.text)),
      ...node.templateSpans.flatMap((span) => literalsOf(span.expression)),
    ]
  }
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression)
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)]
  if (ts.isBinaryExpression(node)) {
    const isComparison = /^[=!<>]/.test(node.operatorToken.getText())
    return isComparison ? [] : [...literalsOf(node.left), ...literalsOf(node.right)]
  }
  return []
}

function faultOf(node: ts.Node, text: string): string[] {
  const isTold = /\p{L}/u.test(text) && !SAME.test(text.trim())
  return isTold ? [`${placeOf(node)} ${text}`] : []
}

function isInKeys(node: ts.Node): boolean {
  return ts.isJsxElement(node.parent) && KEYS.has(node.parent.openingElement.tagName.getText())
}
