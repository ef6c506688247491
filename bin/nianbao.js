#!/usr/bin/env node
import { existsSync } from 'node:fs'

async function prepareCheckout() {
  const { ensureInstalled } = await import('../scripts/ensure-installed.mjs')
  ensureInstalled()
  const { isStale } = await import('../scripts/freshness.mjs')
  if (!isStale()) return
  const { buildIfStale } = await import('../scripts/build.mjs')
  await buildIfStale()
}

// An installed package carries dist/ and no sources; only a checkout has anything to prepare.
if (existsSync(new URL('../src/', import.meta.url))) {
  try {
    await prepareCheckout()
  } catch (error) {
    process.stderr.write(`构建失败：${error.message}\n`)
    process.exit(2)
  }
}
await import('../dist/desk/cli.js')
