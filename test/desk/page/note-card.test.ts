/** Where the card of a cell's note stands: it covers neither the cell nor those above and below. */
import { expect, it } from '@jest/globals'
import { placeBeside } from '../../../src/desk/page/ui/note-card'

const view = { width: 1000, height: 600 }
const card = { width: 300, height: 100 }
const box = (left: number, top: number, width = 80) => ({ left, top, right: left + width, bottom: top + 24 })

it.each([
  ['to the right', box(100, 200), { x: 188, y: 200 }],
  ['to the left where there is no room', box(800, 200), { x: 492, y: 200 }],
  ['higher at the bottom', box(100, 560), { x: 188, y: 500 }],
  ['above a cell of the whole width', box(40, 200, 900), { x: 40, y: 92 }],
  ['above such a cell at the top, as far as there is room', box(40, 50, 900), { x: 40, y: 0 }],
])('%s', (_, cell, place) => {
  expect(placeBeside(cell, card, view)).toEqual(place)
})
