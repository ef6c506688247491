export { fieldsOf, type FieldListing } from './fields'
export {
  fieldsIn,
  filledReport,
  fillFields,
  narrativeIds,
  nearestField,
  typedRange,
  type FilledText,
  type FoundField,
} from './fill'
