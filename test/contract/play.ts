/** Plays scenarios over a host, for a test to hold against the records of the contract. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ContractHost } from './driver'
import { moments } from '../support/runs'
import { Recorder } from './record'
import { scenarios } from './scenarios'
import type { Scenario } from './scenarios'

const FOLDER = join(__dirname, 'expected')

/** `CONTRACT=record` writes what Google does; whoever changes the contract reviews the difference. */
const isRecording = process.env['CONTRACT'] === 'record'

export const fileOf = ({ name }: Scenario): string =>
  join(FOLDER, `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/-+$/, '')}.json`)

function transcriptOf({ book, play }: Scenario, host: ContractHost): unknown {
  const recorder = new Recorder(host.open(book()))
  play(recorder)
  return recorder.transcript
}

function record(scenario: Scenario, host: ContractHost): void {
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(fileOf(scenario), `${JSON.stringify(transcriptOf(scenario, host), null, 1)}\n`)
}

const isOfGoogle = (file: string): boolean => file.includes('| application/vnd.google-apps')

interface Entry {
  files?: string[]
}

/** What the contract wants of a host: the record, less what that host is known not to have. */
function wantedOf(scenario: Scenario, host: ContractHost): Entry[] {
  const record = JSON.parse(readFileSync(fileOf(scenario), 'utf8')) as Entry[]
  if (host.hasGoogleFiles) return record
  return record.map(({ files, ...entry }) => ({
    ...entry,
    ...(files && { files: files.filter((file) => !isOfGoogle(file)) }),
  }))
}

/** What the host did in a scenario, and what the contract wants. Throws if the contract has no record of it. */
export function played(scenario: Scenario, host: ContractHost): { transcript: unknown; wanted: unknown } {
  if (isRecording && host.hasGoogleFiles) record(scenario, host)
  return { wanted: wantedOf(scenario, host), transcript: transcriptOf(scenario, host) }
}

/** In the fast tier every fifth scenario, by name. */
export const chosenScenarios = (): [name: string, scenario: Scenario][] =>
  moments(scenarios.length).flatMap((place): [string, Scenario][] => {
    const scenario = scenarios[place - 1]
    return scenario ? [[scenario.name, scenario]] : []
  })
