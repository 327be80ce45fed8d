/** Ends the process with one sentence where Node is too old. Written so that an old Node can read it. */
export function checkNodeVersion() {
  var parts = process.versions.node.split('.')
  var major = Number(parts[0])
  if (major > 20 || (major === 20 && Number(parts[1]) >= 19)) return
  console.error(
    'Jejak needs Node 20.19 or later, and this is Node ' +
      process.versions.node +
      '. Install a newer one from https://nodejs.org.',
  )
  process.exit(1)
}
