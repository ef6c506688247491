/** Plays scenarios over a host and holds them against the records of the contract. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { ContractHost } from './driver'
import { Recorder } from './record'
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

export function holdsContract(host: ContractHost, played: readonly Scenario[]): void {
  describe(host.name, () => {
    it.each(played.map((scenario) => [scenario.name, scenario] as const))('%s', (_, scenario) => {
      if (isRecording && host.hasGoogleFiles) record(scenario, host)
      expect(existsSync(fileOf(scenario))).toBe(true)
      expect(transcriptOf(scenario, host)).toEqual(wantedOf(scenario, host))
    })
  })
}
