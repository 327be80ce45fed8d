import auth from './id/auth.json'
import deliveries from './id/deliveries.json'
import destinations from './id/destinations.json'
import events from './id/events.json'
import failures from './id/failures.json'
import handlers from './id/handlers.json'
import network from './id/network.json'
import overview from './id/overview.json'
import palette from './id/palette.json'
import payload from './id/payload.json'
import problems from './id/problems.json'
import providers from './id/providers.json'
import replay from './id/replay.json'
import runs from './id/runs.json'
import search from './id/search.json'
import settings from './id/settings.json'
import shell from './id/shell.json'
import sources from './id/sources.json'
import time from './id/time.json'
import timeline from './id/timeline.json'
import ui from './id/ui.json'
import views from './id/views.json'
import words from './id/words.json'

/** The catalogue, a file for each namespace. */
export default {
  auth,
  deliveries,
  destinations,
  events,
  failures,
  handlers,
  network,
  overview,
  palette,
  payload,
  problems,
  providers,
  replay,
  runs,
  search,
  settings,
  shell,
  sources,
  time,
  timeline,
  ui,
  views,
  words,
}
