// The entry of `npm start` and `npm run dev`. Until the version is checked, nothing here may need a recent Node.
import { checkNodeVersion } from './setup/node-version.mjs'

checkNodeVersion()
import('./setup/run.mjs')
  .then(function (setup) {
    return setup.run(process.argv.slice(2))
  })
  .catch(function (error) {
    console.error(error)
    process.exit(1)
  })
