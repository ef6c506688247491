import type { Finding, Severity } from '../checks'
import { fileRuleWords, type FileRuleId } from '../words/source-faults'
import { findingBy, type SourceFault } from './findings'

/** The finding that reports a fault of a file, by the rules that only files can break. */
export const fileFinding = (rule: FileRuleId, severity: Severity, fault: SourceFault): Finding =>
  findingBy(fileRuleWords[rule], rule, severity, fault)
