import { translator } from './translator'

/** The words of the JSON API, which speaks English whatever the language of the interface is. */
export const ENGLISH = translator('en', 'words')
