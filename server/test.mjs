// The entry of `npm test`. Until the version is checked, nothing here may need a recent Node.
import { checkNodeVersion } from './setup/node-version.mjs'

checkNodeVersion()
import('./setup/test-all.mjs')
  .then((all) => all.testAll())
  .catch((error) => {
    console.error(error)
    process.exit(1)
  })
