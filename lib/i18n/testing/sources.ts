import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const SKIPPED = /(^|\/)(generated|fixtures|testing(\.ts)?|messages)(\/|$)|\.test\.tsx?$|\.d\.ts$/

/** The parsed sources below folders of the repository that end as asked, tests and catalogues aside. */
export function parsedSources(folders: readonly string[], end: '.tsx' | '.ts'): ts.SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
    )
    .filter((path) => (path.endsWith('.tsx') || path.endsWith(end)) && !SKIPPED.test(path))
    .sort()
    .map((path) => ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.Latest, true))
}

/** A node, such as a file, and every one in it, from the top down. */
export function nodesOf(node: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = []
  const visit = (inner: ts.Node) => {
    nodes.push(inner)
    ts.forEachChild(inner, visit)
  }
  visit(node)
  return nodes
}

/** `components/ui/kbd.tsx:12` */
export function placeOf(node: ts.Node): string {
  const file = node.getSourceFile()
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
}
