import { expect, it } from '@jest/globals'
import { isOtherBook, readExternalSheets } from '../../../src/desk/xls/names'

const words = (...all: number[]) => Uint8Array.from(all.flatMap((word) => [word & 0xff, word >> 8]))

/** [MS-XLS] 2.4.271: the book itself, a library of functions, another book. */
const [OWN, LIBRARY] = [words(3, 0x0401), words(1, 0x3a01)]
const OTHER = Uint8Array.from([...words(1, 9), 0, ...Buffer.from('other.xls')])

it('a name of an .xls means a sheet of ours only in our own book', () => {
  const books = [OTHER, OWN, LIBRARY].map(isOtherBook)
  expect(books).toEqual([true, false, true])
  const places = words(4, 0, 0, 0, 1, 2, 2, 2, 0xfffe, 0xfffe, 1, 0, 0)
  expect(readExternalSheets(places, books)).toEqual([undefined, 2, undefined, 0])
})

it('a name over several sheets means none of them', () => {
  expect(readExternalSheets(words(2, 0, 0, 2, 0, 1, 1), [false])).toEqual([undefined, 1])
})
