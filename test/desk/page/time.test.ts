import { describe, expect, it } from '@jest/globals'
import { timeText } from '../../../src/desk/page/ui/time'

describe('a moment on the page', () => {
  const now = new Date('2025-01-06T16:30:00Z')

  it.each([
    ['today in Beijing: the hour', '2025-01-06T16:02:03Z', '00:02'],
    ['yesterday in Beijing, though today in London', '2025-01-06T02:30:00Z', '2025-01-06 10:30'],
    ['written with another zone', '2024-12-31T20:00:00-05:00', '2025-01-01 09:00'],
    ['no moment', '刚才', '刚才'],
  ])('%s', (_, time, shown) => {
    expect(timeText(time, now)).toBe(shown)
  })
})
