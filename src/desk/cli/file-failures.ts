import { cliWords } from '../../words/cli'
import { codeOf, Failure } from './failure'

const words = cliWords.files

type Sentence = (path: string) => string

const whenReading: Partial<Record<string, Sentence>> = {
  ENOENT: words.missing,
  ENOTDIR: words.missing,
  EISDIR: words.directory,
  EACCES: words.noReading,
  EPERM: words.noReading,
  ENAMETOOLONG: words.nameTooLong,
  ELOOP: words.linkLoop,
  EBUSY: words.busy,
}

const whenWriting: Partial<Record<string, Sentence>> = {
  ENOENT: words.noFolder,
  ENOTDIR: words.notDirectory,
  EEXIST: words.notDirectory,
  EISDIR: words.directory,
  EACCES: words.noWriting,
  EPERM: words.noWriting,
  EROFS: words.readOnly,
  ENOSPC: words.diskFull,
  EDQUOT: words.diskFull,
  ENAMETOOLONG: words.nameTooLong,
  ELOOP: words.linkLoop,
  EBUSY: words.busy,
}

/** What to tell about an error met while reading a file; an error that is none of the file system is thrown on. */
export function readingFailure(path: string, error: unknown): Failure {
  const code = codeOf(error)
  if (code === null) throw error
  return new Failure(whenReading[code]?.(path) ?? words.otherReading(path, code))
}

/** The same for writing. */
export function writingFailure(path: string, error: unknown): Failure {
  const code = codeOf(error)
  if (code === null) throw error
  return new Failure(whenWriting[code]?.(path) ?? words.otherWriting(path, code))
}
