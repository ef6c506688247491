/** The desk's host: runs the Google bundle over a workbook in this process. */
export { openHost } from './host'
export type { DeskFile, Host, HostOptions, RunOptions, RunResult } from './host'
export type {
  Answer,
  ButtonName,
  CountedKind,
  Counts,
  Dialog,
  Fault,
  Menu,
  MenuItem,
  Question,
  Toast,
} from '../services/protocol'
