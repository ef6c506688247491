import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as esbuild from 'esbuild'
import { root } from './freshness.mjs'

/** Writes schema/report-EDITION.schema.json from src/report/schema.ts. */
const { outputFiles } = await esbuild.build({
  absWorkingDir: root,
  entryPoints: ['src/report/schema.ts'],
  bundle: true,
  charset: 'utf8',
  format: 'esm',
  write: false,
})
const code = Buffer.from(outputFiles[0].contents).toString('base64')
const { reportSchemas } = await import(`data:text/javascript;base64,${code}`)

mkdirSync(join(root, 'schema'), { recursive: true })
for (const { edition, schema } of reportSchemas) {
  writeFileSync(join(root, `schema/report-${edition}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`)
}
