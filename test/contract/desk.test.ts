import { describe, expect, it } from '@jest/globals'
import { moments } from '../support/runs'
import { desk } from './desk'
import { fileOf, holdsContract } from './play'
import { scenarios } from './scenarios'

describe('the contract', () => {
  it('has at least 60 scenarios, each under a name of its own', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(60)
    expect(new Set(scenarios.map(fileOf)).size).toBe(scenarios.length)
  })
})

/** In the fast tier every fifth scenario; the tests of each command run there whole. */
holdsContract(
  desk,
  moments(scenarios.length).flatMap((place) => scenarios[place - 1] ?? []),
)
