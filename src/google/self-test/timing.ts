/** How long Google takes for a call: a budget of calls rests on handles being no round trips. */
import { selfTestWords as words, type ProbeId } from '../../words/self-test'
import { judged, type Probe, type Seen } from './probe'
import type { Site } from './site'

const CALLS = 100
/** Milliseconds that a call may take: of a handle, and of a trip to Google. */
const HANDLE = 3
const TRIP = 200
/** A slow call is told by fewer of them. */
const LONGEST = 15_000

function timed(call: () => unknown, most: number): Seen {
  const start = Date.now()
  let calls = 0
  while (calls < CALLS && Date.now() - start < LONGEST) {
    call()
    calls += 1
  }
  const each = (Date.now() - start) / calls
  return judged(each <= most, words.speed(calls, each.toFixed(1)))
}

const timing = (id: ProbeId, most: number, callOn: (site: Site) => () => unknown): Probe => ({
  id,
  run: (site) => timed(callOn(site), most),
})

export const timingProbes: readonly Probe[] = [
  timing(
    'timeRange',
    HANDLE,
    ({ tab }) =>
      () =>
        tab.getRange(1, 1, 30, 20),
  ),
  timing(
    'timeName',
    HANDLE,
    ({ tab }) =>
      () =>
        tab.getName(),
  ),
  timing(
    'timeNames',
    TRIP,
    ({ spreadsheet }) =>
      () =>
        spreadsheet.getNamedRanges(),
  ),
  timing('timeNotes', TRIP, ({ tab }) => {
    const range = tab.getRange(1, 1, 30, 20)
    return () => range.getNotes()
  }),
]
