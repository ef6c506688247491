import { expect, it } from '@jest/globals'
import { yearFor } from '../../../src/desk/server/start-routes'

it.each([
  ['2025-01-06T10:00:00Z', 2024],
  ['2025-06-30T15:59:59Z', 2024],
  ['2025-06-30T16:00:00Z', 2025],
  ['2024-12-31T16:00:00Z', 2024],
])('offers at %s, by the clock of Beijing, a report of %i', (moment, year) => {
  expect(yearFor(new Date(moment))).toBe(year)
})
