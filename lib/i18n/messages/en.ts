import auth from './en/auth.json'
import deliveries from './en/deliveries.json'
import destinations from './en/destinations.json'
import events from './en/events.json'
import failures from './en/failures.json'
import handlers from './en/handlers.json'
import network from './en/network.json'
import overview from './en/overview.json'
import palette from './en/palette.json'
import payload from './en/payload.json'
import problems from './en/problems.json'
import providers from './en/providers.json'
import replay from './en/replay.json'
import runs from './en/runs.json'
import search from './en/search.json'
import settings from './en/settings.json'
import shell from './en/shell.json'
import sources from './en/sources.json'
import time from './en/time.json'
import timeline from './en/timeline.json'
import ui from './en/ui.json'
import views from './en/views.json'
import words from './en/words.json'

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
