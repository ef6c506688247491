import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { check } from '../../src/checks'
import type { Report } from '../../src/report'
import { reportOf, type FiguresAndProse } from './report-of'

/**
 * Whole reports whose prose agrees with their tables, written before the rules read them. The first lines give the
 * figures; `planted` replaces words of the overview, and the rule must tell it. At their first run the twenty had two
 * false errors and sixteen false warnings, in six reports; what was amiss in our own tables is not counted.
 */
const FOLDER = 'test/checks/reports'

interface Written extends FiguresAndProse {
  planted: readonly string[]
}

function writtenIn(file: string): Written {
  const [head = '', ...parts] = readFileSync(`${FOLDER}/${file}`, 'utf8').split(/^# /m)
  const lines = Object.fromEntries(
    head.split('\n').map((line) => [line.split(' ')[0], line.slice(line.indexOf(' ') + 1)]),
  )
  const texts = Object.fromEntries(
    parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1).trim()]),
  )
  const { unit = '', requests = '', courts = '', documents = '', planted = '' } = lines
  const { overview = '', problems = '', other = '' } = texts
  return { unit, requests, courts, documents, overview, problems, other, planted: planted.split(' > ') }
}

const reports = readdirSync(FOLDER).map((file) => {
  const written = writtenIn(file)
  return [written.unit, written] as const
})

const told = (report: Report) =>
  check(report)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule, severity, message }) => [rule, severity, message])

describe('reports whose prose agrees with their tables', () => {
  it.each(reports)('%s', (_, written) => {
    expect(told(reportOf(written))).toEqual([])
  })
})

describe('reports with one contradiction', () => {
  it.each(reports)('%s', (_, written) => {
    const [from = '', to = '', rule] = written.planted
    expect(written.overview).toContain(from)
    const faulty = reportOf({ ...written, overview: written.overview.replace(from, to) })
    expect(told(faulty)).toContainEqual([rule, expect.stringMatching(/error|warning/), expect.any(String)])
  })
})
