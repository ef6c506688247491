import { readFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'

/** The library that reads PDF would like a native canvas, 40 MB for each machine, and paints nothing here. */
it('installs no native canvas with the library that reads PDF', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  expect(packages['node_modules/pdfjs-dist'].version).toBe('5.4.624')
  expect(packages['node_modules/pdfjs-dist'].optionalDependencies).toBeUndefined()
  expect(Object.keys(packages).filter((name) => name.includes('@napi-rs/canvas'))).toEqual([])
})
