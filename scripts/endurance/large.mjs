/** A workbook of 290,000 cells is written and read in bounded memory, each in a process of its own. */
import { largeXlsxRuns } from '../bench/large-xlsx.mjs'

const MOST_MB = 300

export async function large(say) {
  let hasPassed = true
  for await (const { work, seconds, megabytes } of largeXlsxRuns(['written', 'read'])) {
    say(`large: 290,000 cells ${work} in ${seconds.toFixed(1)} s with ${megabytes} MB (at most ${MOST_MB})`)
    if (megabytes > MOST_MB) hasPassed = false
  }
  return hasPassed
}
