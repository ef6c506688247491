export { convertFile, type Conversion } from './convert-file'
export { findPrograms, type Program, type ProgramKind } from './find-program'
export { runProgram, type ProgramProblem } from './run-program'
