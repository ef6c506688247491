import { describe, expect, it } from '@jest/globals'
import { desk } from './desk'
import { chosenScenarios, fileOf, played } from './play'
import { scenarios } from './scenarios'

describe('the contract', () => {
  it('has at least 60 scenarios, each under a name of its own', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(60)
    expect(new Set(scenarios.map(fileOf)).size).toBe(scenarios.length)
  })
})

describe('the desk', () => {
  // Not all of them in the fast tier: the tests of each command run there whole.
  it.each(chosenScenarios())('%s', (_, scenario) => {
    const { transcript, wanted } = played(scenario, desk)
    expect(transcript).toEqual(wanted)
  })
})
