/** Says after a full run which ten files took longest, so that whoever adds a slow test sees it. */
import { relative } from 'node:path'

const SHOWN = 10

export default class SlowestFiles {
  constructor(globalConfig) {
    this.isWhole = globalConfig.testPathPatterns.patterns.length === 0
    this.root = globalConfig.rootDir
  }

  onRunComplete(_contexts, { testResults }) {
    if (!this.isWhole) return
    const files = testResults
      .map(({ testFilePath, perfStats }) => ({ path: relative(this.root, testFilePath), time: perfStats.runtime }))
      .sort((one, other) => other.time - one.time)
      .slice(0, SHOWN)
    const lines = files.map(({ path, time }) => `${(time / 1000).toFixed(1).padStart(7)} s  ${path}`)
    process.stderr.write(`\nThe slowest files:\n${lines.join('\n')}\n`)
  }
}
