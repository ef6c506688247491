/** Comments as Excel and WPS have them since 2018: threads with authors, beside a note that only hints at them. */
import { scanXml, attributeOf, flagOf } from '../contents/scan'
import { threadText } from './comments'
import { textOf } from '../xml-text'

interface Remark {
  address: string
  person: string
  /** ISO 8601; empty where it is not written. */
  time: string
  isResolved: boolean
  text: string
}

/** Names by the ids that remarks have. */
export type Persons = ReadonlyMap<string, string>

export function readPersons(bytes: Uint8Array): Persons {
  const persons = new Map<string, string>()
  scanXml(textOf(bytes), {
    open: (name, attributes) => {
      if (/(?:^|:)person$/.test(name)) {
        persons.set(attributeOf(attributes, 'id') ?? '', attributeOf(attributes, 'displayName') ?? '')
      }
    },
    text: () => undefined,
    close: () => undefined,
  })
  return persons
}

function momentOf(written: string): string {
  const time = new Date(/[Zz]$|[+-]\d\d:\d\d$/.test(written) ? written : `${written}Z`)
  return Number.isNaN(time.getTime()) ? '' : time.toISOString()
}

function remarksIn(xml: string): Remark[] {
  const remarks: Remark[] = []
  let isInText = false
  const isOf = (name: string, own: string) => name === own || name.endsWith(`:${own}`)
  scanXml(xml, {
    open: (name, attributes) => {
      if (isOf(name, 'text')) isInText = true
      if (!isOf(name, 'threadedComment')) return
      remarks.push({
        address: attributeOf(attributes, 'ref')?.toUpperCase() ?? '',
        person: attributeOf(attributes, 'personId') ?? '',
        time: momentOf(attributeOf(attributes, 'dT') ?? ''),
        isResolved: flagOf(attributes, 'done'),
        text: '',
      })
    },
    text: (text) => {
      const last = remarks[remarks.length - 1]
      if (isInText && last) last.text += text
    },
    close: (name) => {
      if (isOf(name, 'text')) isInText = false
    },
  })
  return remarks
}

/** The threads of a sheet by address, each as the note that a thread of ours has. Throws an XlsxError. */
export function readThreads(bytes: Uint8Array, persons: Persons): Map<string, string> {
  const threads = new Map<string, Remark[]>()
  for (const remark of remarksIn(textOf(bytes))) {
    const others = threads.get(remark.address)
    if (others) others.push(remark)
    else threads.set(remark.address, [remark])
  }
  return new Map(
    [...threads].map(([address, remarks]) => {
      const entries = remarks.map(({ person, time, text }) => ({ who: persons.get(person) ?? '', time, text }))
      return [address, threadText({ resolved: remarks.some(({ isResolved }) => isResolved), entries })]
    }),
  )
}
