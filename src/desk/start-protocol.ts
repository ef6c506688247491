/** What the start page and every page's entry ask of the desk's server, beside protocol.ts: types of JSON only. */
import type { InferOutput } from 'valibot'
import type { OfficeEvent, Overwrote, Role } from './protocol'
import type * as requests from './requests'

export interface RecentWorkbook {
  id: string
  title: string
  /** Name of the file without its folder. */
  file: string
  folder: string
  /** When it was last changed; of a file that is no longer there, when it was last opened here. ISO 8601, UTC. */
  time: string
  /** The file is no longer there. */
  isMissing: boolean
}

export interface OpenWorkbook {
  title: string
  file: string
  /** Who opened it; absent: it was there when the desk was started. */
  by?: string
  /** Names of the others who have it open. */
  others?: string[]
}

/** `GET /api/start`: asked first by every page. */
export interface StartAnswer {
  role: Role
  /** Absent until the person has given one by `POST /api/name`; nothing else is answered before. */
  name?: string
  /** The workbook that is open; absent: the start page is shown. */
  open?: OpenWorkbook
  /** Empty for a reviewer, who opens no files. */
  recent: RecentWorkbook[]
  /** The year that a new report is about. */
  year: number
  /** Whether generated documents can also be had as PDF: `GET /files/ID?as=pdf` of the .docx. */
  canMakePdf: boolean
  /** Others on the network are let in. */
  isShared: boolean
  version: string
  /** Why the workbook asked for is not open. */
  message?: string
}

export type NameRequest = InferOutput<typeof requests.nameRequest>

export type RecentRequest = InferOutput<typeof requests.recentRequest>

/** `POST /api/recent/copy`: opens the workbook by its dated copy; `POST /api/recent/copies` lists them as `Version`s. */
export type CopyRequest = InferOutput<typeof requests.copyRequest>

/**
 * Answer of `POST /api/recent`, `POST /api/example` (no body), `POST /api/open` and `POST /api/new` (forms). The page
 * then asks `GET /api/book`.
 */
export interface OpenAnswer {
  title: string
  file: string
  /** What is to be known, as what of last year's file was not taken. */
  message?: string
}

/** Body of every answer that is no success. */
export interface Problem {
  message: string
  /**
   * `entry`: no or an old token, `name`: the person's name is missing, `closed`: no workbook is open, or another than
   * the page has loaded, `role`: not for reviewers, `protocol`: the page speaks another than the server, `newer`: an
   * edit that asks first would have replaced `newer`.
   */
  code?: 'entry' | 'name' | 'closed' | 'role' | 'protocol' | 'newer'
  newer?: readonly Overwrote[]
  /** The last change that `newer` stands in: who has seen it may write over it. */
  seq?: number
}

/**
 * Events beside the office's. `workbook`: another workbook is open, or none any more, or the page was away for longer
 * than changes are kept; load everything anew. `ended`: whoever runs the desk has ended it.
 */
export type DeskEvent = OfficeEvent | { type: 'workbook' } | { type: 'ended' }
