import { describe, expect, it } from '@jest/globals'
import { desk } from './desk'
import { fileOf, holdsContract } from './play'
import { scenarios } from './scenarios'

describe('the contract', () => {
  it('has at least 60 scenarios, each under a name of its own', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(60)
    expect(new Set(scenarios.map(fileOf)).size).toBe(scenarios.length)
  })
})

holdsContract(desk, scenarios)
