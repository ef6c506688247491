import { moments } from '../support/runs'
import { google } from './google'
import { holdsContract } from './play'
import { scenarios } from './scenarios'

/** In the fast tier every fifth scenario: each call of Google's loads the bundle anew. */
holdsContract(
  google,
  moments(scenarios.length).flatMap((place) => scenarios[place - 1] ?? []),
)
