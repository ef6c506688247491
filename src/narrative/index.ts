export type { Claim, ClaimKind, Reading, Said, Statement } from './claim'
export { claims, readNarrative, type ClaimOptions } from './claims'
export { draftOf, type DraftFacts } from './draft'
export { fieldForClaim, fieldSuggestions, type FieldSuggestion, type StatedClaim } from './field-suggestions'
export { fieldsOf, isField, type FieldListing } from './fields'
export {
  fieldsIn,
  filledReport,
  fillFields,
  narrativeIds,
  typedRange,
  type FilledText,
  type FoundField,
  type TextRange,
} from './fill'
export { numberingFaults } from './numbering'
export { lengthOf, missingAspects, namesFee, repeatedTitle, tellsFee, tellsMeasures, tellsProblems } from './outline'
export { flowed } from './paragraphs'
export { privateData, type PrivateDatum } from './privacy'
export { nearestField, unknownKind } from './unknown-field'
export { doubledMarks, doubledWords, unclosedMarks, unfinishedParagraphs } from './wording'
