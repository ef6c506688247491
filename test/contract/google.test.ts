import { describe, expect, it } from '@jest/globals'
import { google } from './google'
import { chosenScenarios, played } from './play'

describe('Google', () => {
  // Not all of them in the fast tier: each call of Google's loads the bundle anew.
  it.each(chosenScenarios())('%s', (_, scenario) => {
    const { transcript, wanted } = played(scenario, google)
    expect(transcript).toEqual(wanted)
  })
})
