import { moments } from '../support/runs'
import { google } from './google'
import { holdsContract } from './play'
import { scenarios } from './scenarios'

/** Each call of Google's loads the bundle anew: in the fast tier it plays every fifth. */
holdsContract(
  google,
  moments(scenarios.length).flatMap((place) => scenarios[place - 1] ?? []),
)
