import { describe, expect, it } from '@jest/globals'
import { PersonColours, personColours } from '../../../src/desk/server/person-colours'

const ids = (count: number) => Array.from({ length: count }, (_, at) => `p${at}`)

/** As WCAG counts it, of a colour on white. */
function contrast(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

describe('colours of people', () => {
  it('differ in colour for eight, and in colour or line for twenty-four; neighbours differ in both', () => {
    const given = new PersonColours()
    const all = ids(24).map((id) => given.colourOf(id, ids(24)))
    expect(new Set(all.slice(0, 8).map(({ colour }) => colour)).size).toBe(8)
    expect(new Set(all.map(({ colour, line }) => colour + line)).size).toBe(24)
    const alike = all.filter(({ colour, line }, at) => colour === all[at + 1]?.colour || line === all[at + 1]?.line)
    expect(alike).toEqual([])
  })

  it('can be seen on white', () => {
    expect(personColours.filter(({ colour }) => contrast(colour) < 3)).toEqual([])
  })

  it('stay with their person; who was away gets another where hers is taken', () => {
    const given = new PersonColours()
    const first = given.colourOf('first', [])
    expect(given.colourOf('second', ['first'])).not.toEqual(first)
    // All others come while the first is away.
    for (const id of ids(24)) given.colourOf(id, ids(24))
    expect(given.colourOf('second', ['second'])).toEqual(given.colourOf('second', []))
    const here = ids(23)
    const again = given.colourOf('first', here)
    expect(here.map((id) => given.colourOf(id, [...here, 'first']))).not.toContainEqual(again)
  })
})
