import { expect, it } from '@jest/globals'
import { buildSync } from 'esbuild'
import { createContext, runInContext } from 'node:vm'
import { join } from 'node:path'
import { documentOf, toDocx, toHtml, toText } from '../../src/document'
import { houzhai } from './reports'

const bundle = () =>
  buildSync({
    stdin: { contents: "export * from './src/document'", resolveDir: join(__dirname, '../..'), loader: 'ts' },
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    globalName: 'documents',
    target: 'es2021',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
  }).outputFiles[0]?.text ?? ''

it('needs nothing but what the language has, and makes the same bytes there', () => {
  const context = createContext(Object.create(null) as object, { codeGeneration: { strings: false, wasm: false } })
  runInContext(bundle(), context, { timeout: 10_000 })
  const script = `(() => {
    const document = documents.documentOf(${JSON.stringify(houzhai)}, { draft: true })
    const { toDocx, toHtml, toText } = documents
    return JSON.stringify({ docx: [...toDocx(document)], html: toHtml(document), text: toText(document) })
  })()`
  const made: unknown = JSON.parse(runInContext(script, context, { timeout: 10_000 }) as string)
  const document = documentOf(houzhai, { draft: true })
  expect(made).toEqual({ docx: [...toDocx(document)], html: toHtml(document), text: toText(document) })
})
