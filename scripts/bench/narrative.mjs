/** Prints how long the narrative takes to read and to check, in processor time: `npm run bench`. Nothing is asserted. */
import { check, claims } from '../../dist/index.js'

const SENTENCES =
  '2024年，我局收到政府信息公开申请28件，其中网络申请20件、信函申请8件，上年结转2件，办结29件，结转下年度继续办理1件。' +
  '因政府信息公开引发行政复议1件，未发生行政诉讼。主动公开各类政府信息1,356条。未收取信息处理费。'

const ROUNDS = 20

function processorTime(work, rounds) {
  const start = process.cpuUsage()
  for (let run = 0; run < rounds; run++) work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000 / rounds
}

/** The first run, with nothing compiled or made yet, and the best of many. */
function milliseconds(work) {
  const first = processorTime(work, 1)
  for (let run = 0; run < 200; run++) work()
  const times = Array.from({ length: 9 }, () => processorTime(work, ROUNDS))
  return `${Math.min(...times).toFixed(2)} ms, the first time ${first.toFixed(1)} ms`
}

/** A narrative of 1,000 characters, read and checked. */
export function benchNarrative() {
  const overview = SENTENCES.repeat(Math.ceil(1000 / SENTENCES.length)).slice(0, 1000)
  const report = (text) => ({
    edition: '2021',
    unit: '某局',
    year: 2024,
    figures: {},
    narrative: { overview: text, problems: '', other: '' },
  })
  const [told, silent] = [report(overview), report('')]
  console.log(`claims of 1,000 characters: ${milliseconds(() => claims(overview, { year: 2024 }))}`)
  console.log(`check of a report with them: ${milliseconds(() => check(told))}`)
  console.log(`check of a report without: ${milliseconds(() => check(silent))}`)
}
